package io.shelftally.job.nightly;

import io.shelftally.calls.collect.Troubles;
import io.shelftally.calls.quota.QuotaSpentException;
import io.shelftally.job.derivation.ScanFigures;
import io.shelftally.job.reruns.RerunCoverage;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.scans.OtherReports;
import io.shelftally.night.scans.PensaSettings;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.publication.report.Summary;
import java.math.BigDecimal;
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
    private final PensaSettings pensa;
    private final NightWrites writes;

    CoverageStep(
            ScanNights scans,
            CaptureNights captures,
            RerunCoverage rerun,
            NightFigures figures,
            NightState state,
            CoverageSettings settings,
            PensaSettings pensa,
            NightWrites writes) {
        this.scans = scans;
        this.captures = captures;
        this.rerun = rerun;
        this.figures = figures;
        this.state = state;
        this.settings = settings;
        this.pensa = pensa;
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
        ScanFigures reports = state.building().figures();
        Summary.Coverage coverage = coverage(ofScans, ofCaptures, reports);
        state.counted(coverage);
        checkAnythingWasDone(ofScans, ofCaptures);
        OtherReports others = scans.otherReports(businessDate);
        List<String> shortfalls = new ArrayList<>(
                state.selection().isPresent()
                        ? rerun.shortfalls(
                                businessDate, state.met().ofScans(), state.met().ofCaptures())
                        : List.of());
        shortfalls.addAll(unanswered(ofScans, ofCaptures));
        addUselessReports(shortfalls, businessDate, reports);
        addReportsOfOthers(shortfalls, businessDate, scanOutcomes);
        if (!shortfalls.isEmpty()) {
            String hint = others.types().isEmpty() ? "" : " Besides, " + others.words() + ".";
            throw new NotCoveredException("nothing is published for " + businessDate + ": "
                    + String.join("; ", shortfalls) + ". Run again later: it resumes." + hint);
        }
        state.covered(new NightState.Covered(scanOutcomes, captureOutcomes, coverage, others));
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

    private List<String> unanswered(ScanNights.Coverage ofScans, CaptureNights.Coverage ofCaptures) {
        List<String> shortfalls = new ArrayList<>();
        if (isBelow(ofScans.answered(), ofScans.asked(), settings.scansAnswered())) {
            String part = ofScans.answered() + " of " + ofScans.asked() + " scans asked about";
            shortfalls.add(
                    unanswered(part, settings.scansAnswered(), state.met().ofScans()));
        }
        if (isBelow(ofCaptures.answered(), ofCaptures.attempted(), settings.capturesAnswered())) {
            String part = ofCaptures.answered() + " of " + ofCaptures.attempted() + " captures attempted";
            shortfalls.add(
                    unanswered(part, settings.capturesAnswered(), state.met().ofCaptures()));
        }
        return shortfalls;
    }

    private static String unanswered(String part, double floor, Troubles met) {
        return String.format(Locale.ROOT, "only %s were answered (the floor is %.0f %%)", part, floor * 100)
                + met.after(": ");
    }

    /** In decimals: 7 of 100 are no less than 0.07 of them. */
    private static boolean isBelow(long part, long whole, double floor) {
        return BigDecimal.valueOf(part).compareTo(BigDecimal.valueOf(floor).multiply(BigDecimal.valueOf(whole))) < 0;
    }

    /** They are asked for anew by the next start. */
    private void addUselessReports(List<String> shortfalls, LocalDate businessDate, ScanFigures reports) {
        if (reports.reports() < settings.reportsToJudge()) {
            return;
        }
        List<String> found = new ArrayList<>();
        addNothingSeen(found, reports);
        addUnidentified(found, reports);
        if (!found.isEmpty()) {
            writes.run(() -> scans.takeReportsBack(businessDate));
            shortfalls.addAll(found);
        }
    }

    /** Where only OOS is asked for, nothing else can be told. */
    private void addNothingSeen(List<String> shortfalls, ScanFigures reports) {
        boolean isTold = reports.tellingSeen() > 0;
        if (reports.listingAny() == 0 && (isTold || pensa.asksForSeen())) {
            shortfalls.add(
                    isTold
                            ? "every list that tells what was seen is empty in the " + reports.reports()
                                    + " reports that were read (ITEMS_SEEN, else a list of facings)"
                            : "none of the " + reports.reports()
                                    + " reports that were read tells what was seen: ITEMS_SEEN and the lists of facings"
                                    + " are missing");
        }
    }

    private void addUnidentified(List<String> shortfalls, ScanFigures reports) {
        if (isBelow(reports.identified(), reports.lines(), settings.linesIdentified())) {
            shortfalls.add(String.format(
                    Locale.ROOT,
                    "only %d of %d lines of the %d reports that were read have a upc that holds an identifier (the floor"
                            + " is %.0f %%)",
                    reports.identified(),
                    reports.lines(),
                    reports.reports(),
                    settings.linesIdentified() * 100));
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
            ScanNights.Coverage ofScans, CaptureNights.Coverage ofCaptures, ScanFigures reports) {
        return new Summary.Coverage(
                new Summary.Share(ofScans.asked(), ofScans.answered(), percent(settings.scansAnswered())),
                new Summary.Share(ofCaptures.attempted(), ofCaptures.answered(), percent(settings.capturesAnswered())),
                new Summary.Lines(reports.lines(), reports.identified(), percent(settings.linesIdentified())),
                reports.reports(),
                reports.listingAny(),
                settings.reportsToJudge());
    }

    private static int percent(double share) {
        return (int) Math.round(share * 100);
    }
}
