package io.shelftally.base.failpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * What {@code shelftally.failpoint} asks for: {@code NAME[:n]} ends the process without any farewell, exit code 137, when
 * the place is reached for the n-th time, from 1; {@code NAME:n:stop} pauses it there (SIGSTOP); {@code count:FILE} keeps
 * in a file how often each place was reached.
 */
final class Armed {

    static final String PROPERTY = "shelftally.failpoint";

    private static final int KILLED = 137;
    private static final String[] WORDS = System.getProperty(PROPERTY, "").split(":", 3);
    private static final boolean COUNTS = WORDS[0].equals("count");
    private static final int WANTED = WORDS.length > 1 && !COUNTS ? Integer.parseInt(WORDS[1]) : 1;
    private static final Map<Failpoint, Integer> HITS = new EnumMap<>(Failpoint.class);

    private Armed() {}

    static void hit(Failpoint point) {
        if (count(point) == WANTED && point.name().equals(WORDS[0])) {
            if (WORDS.length > 2) {
                pause();
            } else {
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }

    private static synchronized int count(Failpoint point) {
        int hits = HITS.merge(point, 1, Integer::sum);
        if (COUNTS) {
            write();
        }
        return hits;
    }

    /** Every thread stands still when this returns, or a little later. */
    private static void pause() {
        try {
            String me = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-STOP", me).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write() {
        StringBuilder text = new StringBuilder();
        HITS.forEach(
                (point, hits) -> text.append(point).append(' ').append(hits).append('\n'));
        try {
            Files.writeString(Path.of(WORDS[1]), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
