package io.shelftally.job.planning;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.publication.report.CountText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a rerun of a night is going to do, before its first call.
 *
 * @param captures the selected ones by their outcomes so far
 * @param scans likewise
 * @param capturesOfNight all of them
 * @param scansOfNight all of them
 */
public record RerunPlan(
        NightPlan calls,
        Map<CaptureOutcome, Long> captures,
        Map<ScanOutcome, Long> scans,
        long capturesOfNight,
        long scansOfNight) {

    /** A few lines for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                """
                rerun of %s: %d of %d captures, %d of %d scans
                  captures  %s
                  scans     %s
                %s""",
                calls.businessDate(),
                sum(captures),
                capturesOfNight,
                sum(scans),
                scansOfNight,
                CountText.of(captures),
                CountText.of(scans),
                PlanText.calls(calls));
    }

    /** The same figures for scripts. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("business_date", calls.businessDate().toString());
        figures.put("selected_captures", captures);
        figures.put("selected_scans", scans);
        figures.put("captures_of_night", capturesOfNight);
        figures.put("scans_of_night", scansOfNight);
        figures.put("calls", PlanFigures.of(calls));
        return figures;
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
