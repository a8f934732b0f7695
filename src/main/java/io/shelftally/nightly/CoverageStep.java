package io.shelftally.nightly;

import io.shelftally.captures.CaptureNights;
import io.shelftally.quota.QuotaSpentException;
import io.shelftally.reconciliation.CaptureOutcome;
import io.shelftally.reconciliation.ScanOutcome;
import io.shelftally.report.Summary;
import io.shelftally.reruns.RerunCoverage;
import io.shelftally.run.NightWrites;
import io.shelftally.scans.ScanNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Refuses to publish a night of which too little was covered, or in which an item was lost. */
@Component
class CoverageStep implements Tasklet {

    private final ScanNights scans;
    private final CaptureNights captures;
    private final RerunCoverage rerun;
    private final NightFigures figures;
    private final NightState state;
    private final CoverageSettings settings;
    private final NightWrites writes;

    CoverageStep(
            ScanNights scans,
            CaptureNights captures,
            RerunCoverage rerun,
            NightFigures figures,
            NightState state,
            CoverageSettings settings,
            NightWrites writes) {
        this.scans = scans;
        this.captures = captures;
        this.rerun = rerun;
        this.figures = figures;
        this.state = state;
        this.settings = settings;
        this.writes = writes;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        LocalDate businessDate = NightOptions.of(context).businessDate();
        int exportId = state.building().exportId();
        Map<CaptureOutcome, Long> outcomes = figures.captures(exportId);
        checkNothingIsLost("captures", captures.count(businessDate), outcomes);
        Map<ScanOutcome, Long> scanOutcomes = figures.scans(exportId);
        checkNothingIsLost("scans", scans.count(businessDate), scanOutcomes);
        CaptureNights.Coverage capturesCovered = captures.coverage(businessDate);
        ScanNights.Coverage scansCovered = scans.coverage(businessDate);
        if (capturesCovered.deferred() > 0 && capturesCovered.attempted() == 0 && scansCovered.asked() == 0) {
            throw new QuotaSpentException("Closient's quota was spent before anything could be done: "
                    + capturesCovered.deferred() + " captures wait; run again when it is renewed");
        }
        List<String> shortfalls =
                new ArrayList<>(state.selection().isPresent() ? rerun.shortfalls(businessDate) : List.of());
        add(shortfalls, "scans asked about", scansCovered.answered(), scansCovered.asked(), settings.scansAnswered());
        add(
                shortfalls,
                "captures attempted",
                capturesCovered.answered(),
                capturesCovered.attempted(),
                settings.capturesAnswered());
        NightFigures.Reports reports = figures.reports(businessDate, exportId);
        if (reports.read() >= settings.reportsToJudge() && reports.withItemsSeen() == 0) {
            writes.run(() -> scans.takeReportsBack(businessDate));
            shortfalls.add("all " + reports.read() + " reports that were read have an empty ITEMS_SEEN list");
        }
        long unread = scanOutcomes.getOrDefault(ScanOutcome.REPORT_NOT_READY, 0L);
        if (unread >= settings.reportsToJudge() && figures.allReportsAreOthers(businessDate)) {
            shortfalls.add("every report that came for " + unread + " scans is of a scan that was not asked about");
        }
        if (!shortfalls.isEmpty()) {
            throw new NotCoveredException("nothing is published for " + businessDate + ": "
                    + String.join("; ", shortfalls) + ". Run again later: it resumes.");
        }
        Summary.Coverage coverage = new Summary.Coverage(
                new Summary.Share(scansCovered.asked(), scansCovered.answered(), percent(settings.scansAnswered())),
                new Summary.Share(
                        capturesCovered.attempted(), capturesCovered.answered(), percent(settings.capturesAnswered())),
                reports.read(),
                reports.withItemsSeen());
        state.covered(new NightState.Covered(scanOutcomes, outcomes, coverage));
        return RepeatStatus.FINISHED;
    }

    private static int percent(double share) {
        return (int) Math.round(share * 100);
    }

    private static void checkNothingIsLost(String what, long taken, Map<?, Long> outcomes) {
        long ended = outcomes.values().stream().mapToLong(Long::longValue).sum();
        if (taken != ended) {
            throw new IllegalStateException(taken + " " + what + " were taken on, but " + ended + " have an outcome");
        }
    }

    private static void add(List<String> shortfalls, String what, long answered, long asked, double floor) {
        if (answered < asked * floor) {
            shortfalls.add(String.format(
                    Locale.ROOT,
                    "only %d of %d %s were answered (the floor is %.0f %%)",
                    answered,
                    asked,
                    what,
                    floor * 100));
        }
    }
}
