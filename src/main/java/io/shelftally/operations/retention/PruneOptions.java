package io.shelftally.operations.retention;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be pruned.
 *
 * @param keepDays nights of so many days before today stay, 1 or more
 * @param dryRun whether nothing is deleted
 * @param out where files are published; empty for every place that the database knows
 */
public record PruneOptions(int keepDays, boolean dryRun, Optional<Path> out) {

    public PruneOptions {
        if (keepDays < 1) {
            throw new IllegalArgumentException("at least 1 day is kept, not " + keepDays);
        }
    }
}
