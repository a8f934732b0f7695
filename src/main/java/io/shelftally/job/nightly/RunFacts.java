package io.shelftally.job.nightly;

import io.shelftally.publication.report.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a run when it has ended.
 *
 * @param run its number; empty if it never had the lease
 * @param steps how long each step took that began, in order
 * @param published empty if it published nothing, not even what stood already
 */
public record RunFacts(OptionalLong run, Map<String, Duration> steps, Optional<Published> published) {

    /** Of a run that never began. */
    public static final RunFacts NONE = new RunFacts(OptionalLong.empty(), Map.of(), Optional.empty());

    public RunFacts {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /**
     * A night that readers see.
     *
     * @param isNew whether a file changed, and so a version was added
     * @param link the directory of the date
     */
    public record Published(Summary summary, int version, boolean isNew, Path link) {}
}
