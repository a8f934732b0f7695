package io.shelftally.job.reruns;

import io.shelftally.intake.selection.Selection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rerun is asked to do.
 *
 * @param from the first business date
 * @param to the last one, the first one or later
 * @param out the directory of the exports; empty for the one that the night was published to
 * @param waiting how long the rerun of each night waits for the vendors to finish
 * @param maxRetries the counted retries of each capture that is asked again, from 0
 * @param rawText whether text cells are left as they are even if a spreadsheet would run them; empty for what the night
 *     was published with
 */
public record RerunOptions(
        LocalDate from,
        LocalDate to,
        Selection selection,
        Optional<Path> out,
        Duration waiting,
        int maxRetries,
        Optional<Boolean> rawText) {

    public RerunOptions {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }
}
