package io.shelftally.nightly;

import io.shelftally.captures.CaptureNights;
import io.shelftally.captures.ClosientQuota;
import io.shelftally.collect.CallCounts;
import io.shelftally.derivation.MatchingSettings;
import io.shelftally.intake.InputSource;
import io.shelftally.planning.NightInputs;
import io.shelftally.report.Summary;
import io.shelftally.scans.ScanNights;
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

    private final ScanNights scans;
    private final CaptureNights captures;
    private final CallCounts calls;
    private final NightFigures figures;
    private final NightInputs inputs;
    private final CoverageSettings coverage;
    private final MatchingSettings matching;
    private final ClosientQuota quota;
    private final Clock clock;

    NightSummary(
            ScanNights scans,
            CaptureNights captures,
            CallCounts calls,
            NightFigures figures,
            NightInputs inputs,
            CoverageSettings coverage,
            MatchingSettings matching,
            ClosientQuota quota,
            Clock clock) {
        this.scans = scans;
        this.captures = captures;
        this.calls = calls;
        this.figures = figures;
        this.inputs = inputs;
        this.coverage = coverage;
        this.matching = matching;
        this.quota = quota;
        this.clock = clock;
    }

    Summary of(NightOptions options, NightState.Building building) {
        LocalDate businessDate = options.businessDate();
        int exportId = building.exportId();
        Instant finished = clock.instant();
        Instant started = figures.firstStart(businessDate);
        return new Summary(
                businessDate,
                started.isAfter(finished) ? finished : started,
                finished,
                coverage(businessDate, exportId),
                figures.scans(exportId),
                figures.captures(exportId),
                building.verdicts(),
                figures.quarantine(exportId),
                figures.breaks(businessDate, exportId),
                figures.carriedOver(businessDate),
                inputs.of(businessDate).stream().map(NightSummary::input).toList(),
                calls(businessDate),
                List.of(new Summary.Quota(
                        "closient", "day", quota.today().used(), quota.today().limit())),
                versions(),
                settings(options));
    }

    private Summary.Coverage coverage(LocalDate businessDate, int exportId) {
        ScanNights.Coverage asked = scans.coverage(businessDate);
        CaptureNights.Coverage attempted = captures.coverage(businessDate);
        NightFigures.Reports reports = figures.reports(businessDate, exportId);
        return new Summary.Coverage(
                new Summary.Share(asked.asked(), asked.answered(), percent(coverage.scansAnswered())),
                new Summary.Share(attempted.attempted(), attempted.answered(), percent(coverage.capturesAnswered())),
                reports.read(),
                reports.withItemsSeen());
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

    private static int percent(double share) {
        return (int) Math.round(share * 100);
    }
}
