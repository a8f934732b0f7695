package io.shelftally.job.nightly;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.worklist.InputSource;
import io.shelftally.job.derivation.MatchingSettings;
import io.shelftally.job.planning.NightInputs;
import io.shelftally.night.captures.ClosientQuota;
import io.shelftally.night.run.RunHistory;
import io.shelftally.night.scans.OtherReports;
import io.shelftally.night.scans.PensaSettings;
import io.shelftally.publication.report.Summary;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.core.job.Job;
import org.springframework.boot.SpringBootVersion;
import org.springframework.stereotype.Component;

/** Gathers the figures of a night for summary.json and the report. */
@Component
class NightSummary {

    private final CallCounts calls;
    private final NightFigures figures;
    private final NightInputs inputs;
    private final MatchingSettings matching;
    private final PensaSettings pensa;
    private final ClosientQuota quota;
    private final RunHistory history;
    private final Clock clock;

    NightSummary(
            CallCounts calls,
            NightFigures figures,
            NightInputs inputs,
            MatchingSettings matching,
            PensaSettings pensa,
            ClosientQuota quota,
            RunHistory history,
            Clock clock) {
        this.calls = calls;
        this.figures = figures;
        this.inputs = inputs;
        this.matching = matching;
        this.pensa = pensa;
        this.quota = quota;
        this.history = history;
        this.clock = clock;
    }

    /** @param quarantine the rows that are set aside, by code */
    Summary of(NightOptions options, NightState state, Map<QuarantineCode, Long> quarantine) {
        LocalDate businessDate = options.businessDate();
        NightState.Building building = state.building();
        NightState.Covered covered = state.covered();
        Instant finished = clock.instant();
        Instant started = figures.firstStart(businessDate);
        return new Summary(
                businessDate,
                started.isAfter(finished) ? finished : started,
                finished,
                covered.coverage(),
                otherReports(covered.otherReports()),
                List.of(),
                covered.scans(),
                covered.captures(),
                building.figures().verdicts(),
                quarantine,
                new Summary.Unreadable(state.unreadableTimes(), calls.unreadableWaits(businessDate)),
                figures.breaks(businessDate, building.exportId()),
                figures.carriedOver(businessDate),
                inputs.of(businessDate).stream().map(NightSummary::input).toList(),
                calls(businessDate),
                history.window(businessDate)
                        .map(found -> List.of(new Summary.InFlight("pensa", found.last(), found.least(), found.most())))
                        .orElse(List.of()),
                List.of(new Summary.Quota(
                        "closient", "day", quota.today().used(), quota.today().limit())),
                versions(),
                settings(options));
    }

    private static Summary.OtherReports otherReports(OtherReports others) {
        return new Summary.OtherReports(
                others.scans(), others.types(), others.types().isEmpty() ? "" : others.words());
    }

    private List<Summary.Calls> calls(LocalDate businessDate) {
        Map<String, Map<String, Long>> means = calls.meanMillis(businessDate);
        List<Summary.Calls> all = new ArrayList<>();
        calls.of(businessDate)
                .forEach((vendor, results) -> results.forEach((result, count) -> all.add(new Summary.Calls(
                        vendor,
                        result,
                        count,
                        Objects.requireNonNull(means.get(vendor)).getOrDefault(result, 0L)))));
        return all;
    }

    private Map<String, String> settings(NightOptions options) {
        return Map.of(
                "pensa.report_types", String.join(",", pensa.askedReports()),
                "matching.unreadable", matching.unreadable().toPlainString(),
                "wait", options.waiting().toString(),
                "max_retries", Integer.toString(options.maxRetries()),
                "raw_text", Boolean.toString(options.rawText()),
                "twins", options.twinsText(),
                "matching.other_reading", Boolean.toString(matching.otherReading()),
                "matching.check_digit", Boolean.toString(matching.checkDigit()),
                "matching.nights", Integer.toString(matching.nights()));
    }

    private static Map<String, String> versions() {
        return Map.of(
                "shelftally", version(NightSummary.class),
                "spring_batch", version(Job.class),
                "spring_boot", SpringBootVersion.getVersion(),
                "java", System.getProperty("java.version"));
    }

    private static String version(Class<?> type) {
        return Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), "development");
    }

    private static Summary.Input input(InputSource source) {
        return new Summary.Input(
                source.source(),
                source.location(),
                source.sha256(),
                source.rows(),
                source.duplicates(),
                source.quarantined());
    }
}
