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
        Map<ScanOutcome, Long> scanOutcomes = figures.scans(exportId);
        Map<CaptureOutcome, Long> captureOutcomes = figures.captures(exportId);
        checkNothingIsLost("scans", scans.count(businessDate), scanOutcomes);
        checkNothingIsLost("captures", captures.count(businessDate), captureOutcomes);
        ScanNights.Coverage ofScans = scans.coverage(businessDate);
        CaptureNights.Coverage ofCaptures = captures.coverage(businessDate);
        checkAnythingWasDone(ofScans, ofCaptures);
        NightFigures.Reports reports = figures.reports(businessDate, exportId);
        List<String> shortfalls =
                new ArrayList<>(state.selection().isPresent() ? rerun.shortfalls(businessDate) : List.of());
        addUnanswered(shortfalls, "scans asked about", ofScans.answered(), ofScans.asked(), settings.scansAnswered());
        addUnanswered(
                shortfalls,
                "captures attempted",
                ofCaptures.answered(),
                ofCaptures.attempted(),
                settings.capturesAnswered());
        addEmptyReports(shortfalls, businessDate, reports);
        addReportsOfOthers(shortfalls, businessDate, scanOutcomes);
        if (!shortfalls.isEmpty()) {
            throw new NotCoveredException("nothing is published for " + businessDate + ": "
                    + String.join("; ", shortfalls) + ". Run again later: it resumes.");
        }
        state.covered(new NightState.Covered(scanOutcomes, captureOutcomes, coverage(ofScans, ofCaptures, reports)));
        return RepeatStatus.FINISHED;
    }

    private static void checkNothingIsLost(String what, long taken, Map<?, Long> outcomes) {
        long ended = outcomes.values().stream().mapToLong(Long::longValue).sum();
        if (taken != ended) {
            throw new IllegalStateException(taken + " " + what + " were taken on, but " + ended + " have an outcome");
        }
    }

    private static void checkAnythingWasDone(ScanNights.Coverage ofScans, CaptureNights.Coverage ofCaptures) {
        if (ofCaptures.deferred() > 0 && ofCaptures.attempted() == 0 && ofScans.asked() == 0) {
            throw new QuotaSpentException("Closient's quota was spent before anything could be done: "
                    + ofCaptures.deferred() + " captures wait; run again when it is renewed");
        }
    }

    private static void addUnanswered(List<String> shortfalls, String what, long answered, long asked, double floor) {
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

    /** They are asked for anew by the next start. */
    private void addEmptyReports(List<String> shortfalls, LocalDate businessDate, NightFigures.Reports reports) {
        if (reports.read() >= settings.reportsToJudge() && reports.withItemsSeen() == 0) {
            writes.run(() -> scans.takeReportsBack(businessDate));
            shortfalls.add("all " + reports.read() + " reports that were read have an empty ITEMS_SEEN list");
        }
    }

    private void addReportsOfOthers(
            List<String> shortfalls, LocalDate businessDate, Map<ScanOutcome, Long> scanOutcomes) {
        long unread = scanOutcomes.getOrDefault(ScanOutcome.REPORT_NOT_READY, 0L);
        if (unread >= settings.reportsToJudge() && figures.allReportsAreOthers(businessDate)) {
            shortfalls.add("every report that came for " + unread + " scans is of a scan that was not asked about");
        }
    }

    private Summary.Coverage coverage(
            ScanNights.Coverage ofScans, CaptureNights.Coverage ofCaptures, NightFigures.Reports reports) {
        return new Summary.Coverage(
                new Summary.Share(ofScans.asked(), ofScans.answered(), percent(settings.scansAnswered())),
                new Summary.Share(ofCaptures.attempted(), ofCaptures.answered(), percent(settings.capturesAnswered())),
                reports.read(),
                reports.withItemsSeen());
    }

    private static int percent(double share) {
        return (int) Math.round(share * 100);
    }
}
