package io.shelftally.job.nightly;

import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.job.derivation.CaptureFindings;
import io.shelftally.job.derivation.Judge;
import io.shelftally.job.derivation.NightEvidence;
import io.shelftally.job.derivation.Rules;
import io.shelftally.job.derivation.RulesInForce;
import io.shelftally.job.derivation.ScanFigures;
import io.shelftally.job.derivation.StoredLinks;
import io.shelftally.job.derivation.UnknownProducts;
import io.shelftally.job.output.ExportPages;
import io.shelftally.job.output.ResultTables;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.scans.KnownReports;
import io.shelftally.publication.results.CaptureRow;
import io.shelftally.publication.results.UnknownProductRow;
import java.time.LocalDate;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Computes every derived row of the night from stored evidence: first what follows from scans, by this process or by workers, then
 * what follows from captures.
 */
@Component
class ReconcileStep implements Tasklet {

    private final NightEvidence evidence;
    private final ScansAlone alone;
    private final ScansShared shared;
    private final RulesInForce rulesInForce;
    private final CaptureNights captures;
    private final KnownReports reports;
    private final SetAside setAside;
    private final ResultTables results;
    private final NightWrites writes;
    private final NightState state;
    private final Publishers publishers;

    ReconcileStep(
            NightEvidence evidence,
            ScansAlone alone,
            ScansShared shared,
            RulesInForce rulesInForce,
            CaptureNights captures,
            KnownReports reports,
            SetAside setAside,
            ResultTables results,
            NightWrites writes,
            NightState state,
            Publishers publishers) {
        this.evidence = evidence;
        this.alone = alone;
        this.shared = shared;
        this.rulesInForce = rulesInForce;
        this.captures = captures;
        this.reports = reports;
        this.setAside = setAside;
        this.results = results;
        this.writes = writes;
        this.state = state;
        this.publishers = publishers;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws InterruptedException {
        NightOptions options = NightOptions.of(context);
        LocalDate businessDate = options.businessDate();
        Rules rules = rulesInForce.with(options.rawText());
        NightState.Building building = new NightState.Building(
                results.versions().begin(businessDate, rules.text()),
                publishers.in(options.out()).open(businessDate, !options.rawText()),
                new ScanFigures());
        state.building(building);
        ExportPages pages = new ExportPages(businessDate, building.exportId(), results);
        Judge judge = new Judge(rules, new StoredLinks(businessDate, captures));
        UnknownProducts unknown = new UnknownProducts(rules);
        boolean isShared = shared.isAskedFor(options);
        if (isShared) {
            shared.derive(options, building);
        } else {
            alone.derive(options, judge, building, pages, unknown);
        }
        reports.clear();
        goThroughCaptures(businessDate, judge, pages, unknown);
        state.unreadableTimes(judge.unreadableTimes() + building.figures().unreadableTimes());
        List<UnknownProductRow> unknownRows = isShared
                ? shared.unknownProducts(building, unknown)
                : unknown.rows(again -> evidence.reconciled(businessDate, judge, again));
        writes.run(() -> {
            pages.unknownProducts(unknownRows);
            pages.setAside(setAside.of(businessDate));
        });
        return RepeatStatus.FINISHED;
    }

    private void goThroughCaptures(LocalDate businessDate, Judge judge, ExportPages pages, UnknownProducts unknown) {
        evidence.captures(
                businessDate,
                List.of(judge.links()),
                answers -> judge.capture(answers, answers.item().matchMethod()),
                page -> {
                    List<CaptureRow> rows =
                            page.stream().map(CaptureFindings::row).toList();
                    unknown.captured(rows);
                    writes.run(() -> {
                        pages.captures(rows);
                        captures.decide(
                                businessDate,
                                page.stream().map(CaptureFindings::decision).toList());
                    });
                });
    }
}
