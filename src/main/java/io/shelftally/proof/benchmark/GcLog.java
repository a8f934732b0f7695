package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The heap as the JVM's own log tells it, {@code -Xlog:gc}. */
final class GcLog {

    private static final Pattern COLLECTION = Pattern.compile("([0-9]+)M->([0-9]+)M\\(([0-9]+)M\\)");

    private GcLog() {}

    /** The most megabytes that a collection left in use; empty if there was none. */
    static Optional<Long> peakAfterCollection(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.flatMap(line -> COLLECTION.matcher(line).results())
                    .map((MatchResult sizes) -> Long.parseLong(sizes.group(2)))
                    .max(Long::compare);
        }
    }
}
