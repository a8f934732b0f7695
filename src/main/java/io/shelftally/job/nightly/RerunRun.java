package io.shelftally.job.nightly;

import io.shelftally.console.NotFoundException;
import io.shelftally.job.output.ResultTables;
import io.shelftally.job.reruns.RerunNights;
import io.shelftally.job.reruns.RerunOptions;
import io.shelftally.publication.tables.ExportVersion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Runs nights again whose work lists were taken: all of it as in a night, but only what is selected is asked about. */
@Component
public class RerunRun {

    private final RerunNights nights;
    private final NightlyRun run;
    private final LatestOptions latest;
    private final ResultTables results;

    RerunRun(RerunNights nights, NightlyRun run, LatestOptions latest, ResultTables results) {
        this.nights = nights;
        this.run = run;
        this.latest = latest;
        this.results = results;
    }

    /**
     * The dates of the span that can be run again, in order; throws {@link NotFoundException} if there is none, and
     * {@link io.shelftally.intake.worklist.BadInputException} for an id that none of them has.
     */
    public List<LocalDate> nights(RerunOptions options) {
        return nights.of(options);
    }

    /**
     * Runs a night of the span to its end; throws what made it fail.
     *
     * @param observer is told of its beginning and its end
     * @return a few lines for people
     */
    public String run(LocalDate businessDate, RerunOptions options, RunObserver observer) throws Exception {
        run.rerun(night(businessDate, options), options.selection(), observer);
        return run.report();
    }

    private NightOptions night(LocalDate businessDate, RerunOptions options) {
        Optional<NightOptions> before = latest.of(businessDate);
        return new NightOptions(
                businessDate,
                Optional.empty(),
                Optional.empty(),
                options.out()
                        .or(() -> before.map(NightOptions::out))
                        .or(() -> published(businessDate))
                        .orElseThrow(() -> new NotFoundException("nobody knows any more where the night of "
                                + businessDate + " was published.\nName the directory with --out.")),
                options.waiting(),
                options.maxRetries(),
                true,
                options.rawText().or(() -> before.map(NightOptions::rawText)).orElse(false),
                before.map(NightOptions::twins).orElse(Set.of()));
    }

    private Optional<Path> published(LocalDate businessDate) {
        return results.versions().current(businessDate).map(ExportVersion::outDir);
    }
}
