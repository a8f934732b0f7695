package io.shelftally.job.nightly;

import io.shelftally.calls.collect.Progress;
import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.job.alerts.Alerts;
import io.shelftally.job.alerts.Judged;
import io.shelftally.job.output.ResultTables;
import io.shelftally.job.output.SortedFiles;
import io.shelftally.job.reruns.Reruns;
import io.shelftally.job.site.KeptNights;
import io.shelftally.job.site.NightSite;
import io.shelftally.job.site.SiteSettings;
import io.shelftally.job.workers.NightWorkers;
import io.shelftally.night.run.NightWrites;
import io.shelftally.publication.export.ForeignKey;
import io.shelftally.publication.publishing.Publication;
import io.shelftally.publication.publishing.Staging;
import io.shelftally.publication.report.OldestBreaks;
import io.shelftally.publication.report.ReportedNight;
import io.shelftally.publication.report.Summary;
import io.shelftally.publication.site.KeptNight;
import io.shelftally.publication.tables.ExportVersion;
import io.shelftally.publication.tables.ExportVersions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the remaining files from their tables and publishes: first the version's directory is complete, then the database
 * shows its rows, then the link points to it. Files that come out as they were publish nothing.
 */
@Component
class PublishStep implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(PublishStep.class);

    private final ResultTables results;
    private final NightSummary summaries;
    private final NightHistory history;
    private final NightWorkers workers;
    private final Alerts alerts;
    private final NightState state;
    private final NightWrites writes;
    private final Reruns reruns;
    private final KeptNights kept;
    private final SiteSettings siteSettings;
    private final ObjectProvider<NightSite> site;
    private final Afterwards afterwards;
    private final JdbcClient client;
    private final Progress progress;

    PublishStep(
            ResultTables results,
            NightSummary summaries,
            NightHistory history,
            NightWorkers workers,
            Alerts alerts,
            NightState state,
            NightWrites writes,
            Reruns reruns,
            KeptNights kept,
            SiteSettings siteSettings,
            ObjectProvider<NightSite> site,
            Afterwards afterwards,
            JdbcClient client,
            Progress progress) {
        this.results = results;
        this.summaries = summaries;
        this.history = history;
        this.workers = workers;
        this.alerts = alerts;
        this.state = state;
        this.writes = writes;
        this.reruns = reruns;
        this.kept = kept;
        this.siteSettings = siteSettings;
        this.site = site;
        this.afterwards = afterwards;
        this.client = client;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        NightOptions options = NightOptions.of(context);
        NightState.Building building = state.building();
        int exportId = building.exportId();
        Staging staging = building.staging();
        Map<QuarantineCode, Long> quarantine =
                new SortedFiles(results, progress).write(exportId, new NightFiles(staging, options.twins()));
        Summary figures = summaries.of(options, state, quarantine);
        List<Judged> judged = judged(figures, exportId);
        Summary summary = figures.with(Alerts.tripped(judged));
        Publication publication = staging.commit(
                ForeignKey.OF_A_NIGHT,
                () -> reported(summary, exportId),
                published -> show(options, exportId, summary, published));
        state.outcome(new NightState.Outcome(
                publication,
                summary,
                options.out().resolve(options.businessDate().toString()),
                judged,
                staging.tables()));
        afterwards.attempt("deleting the rows of replaced versions", results.versions()::deleteSuperseded);
        if (state.selection().isPresent()) {
            afterwards.attempt("ending the rerun", () -> writes.run(() -> reruns.end(options.businessDate())));
        }
        if (siteSettings.enabled()) {
            afterwards.attempt("making the site", () -> site.getObject().make(options.out()));
        }
        return RepeatStatus.FINISHED;
    }

    private List<Judged> judged(Summary summary, int exportId) {
        if (alerts.areOff()) {
            return List.of();
        }
        List<Judged> judged = alerts.judged(
                summary, history.counts(exportId), history.before(summary.businessDate(), ReportedNight.NIGHTS));
        Alerts.tripped(judged)
                .forEach(alert ->
                        LOG.warn("rule {} ({}): {}", alert.rule(), alert.level().text(), alert.words()));
        return judged;
    }

    private ReportedNight reported(Summary summary, int exportId) {
        LocalDate businessDate = summary.businessDate();
        OldestBreaks oldest = new OldestBreaks(ReportedNight.BREAKS);
        results.breaks().forEach(exportId, oldest::add);
        return new ReportedNight(
                summary,
                oldest.list(),
                history.counts(exportId),
                history.before(businessDate, ReportedNight.NIGHTS),
                workers.of(businessDate));
    }

    /** Makes the database show the rows of the version that is about to be linked. */
    private void show(NightOptions options, int exportId, Summary summary, Publication publication) {
        LocalDate businessDate = options.businessDate();
        ExportVersions versions = results.versions();
        Path out = options.out().toAbsolutePath();
        Optional<ExportVersion> shown = versions.current(businessDate)
                .filter(current -> current.version() == publication.version()
                        && current.outDir().equals(out));
        if (shown.isPresent() && !publication.isNew()) {
            versions.confirm(shown.get().exportId(), exportId, publication.descriptorSha256());
        } else {
            versions.publish(exportId, publication.version(), out, publication.descriptorSha256());
        }
        writes.run(() -> {
            client.sql("""
                    INSERT INTO published_night (business_date) SELECT :businessDate
                    WHERE NOT EXISTS (SELECT 1 FROM published_night WHERE business_date = :businessDate)
                    """).param("businessDate", businessDate).update();
            if (publication.isNew() || !kept.isKept(businessDate, publication.version())) {
                kept.keep(KeptNight.of(summary, publication.version()));
            }
        });
    }
}
