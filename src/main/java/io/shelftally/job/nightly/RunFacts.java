package io.shelftally.job.nightly;

import io.shelftally.intake.worklist.InputSource;
import io.shelftally.job.alerts.Judged;
import io.shelftally.publication.export.CsvFile;
import io.shelftally.publication.report.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a run by now.
 *
 * @param begun empty if it never had the lease
 * @param lists what the night's work list was read from; empty until it is taken
 * @param steps how long each step took that began, in order; empty until the run has ended
 * @param coverage how much of the night was answered, enough or not; empty until it is counted
 * @param published empty if it published nothing, not even what stood already
 */
public record RunFacts(
        Optional<Begun> begun,
        List<InputSource> lists,
        Map<String, Duration> steps,
        Optional<Summary.Coverage> coverage,
        Optional<Published> published) {

    /** Of a run that never began. */
    public static final RunFacts NONE =
            new RunFacts(Optional.empty(), List.of(), Map.of(), Optional.empty(), Optional.empty());

    public RunFacts {
        lists = List.copyOf(lists);
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** Its number; empty if it never had the lease. */
    public OptionalLong run() {
        return begun.map(known -> OptionalLong.of(known.start().run())).orElse(OptionalLong.empty());
    }

    /**
     * A night that readers see.
     *
     * @param isNew whether a file changed, and so a version was added
     * @param link the directory of the date
     * @param judged by the rules of the settings
     * @param files the tables, as they were made, whether they changed or not
     */
    public record Published(
            Summary summary, int version, boolean isNew, Path link, List<Judged> judged, List<CsvFile> files) {

        public Published {
            judged = List.copyOf(judged);
            files = List.copyOf(files);
        }
    }
}
