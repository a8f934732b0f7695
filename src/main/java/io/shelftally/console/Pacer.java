package io.shelftally.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** How many items a second were done lately; a sample a second is kept. */
final class Pacer {

    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(1);
    private static final Duration MEANINGFUL = Duration.ofSeconds(3);

    private record Sample(Instant at, long done) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    void saw(Instant now, long done) {
        Sample last = samples.peekLast();
        if (last == null || !now.isBefore(last.at().plus(BETWEEN_SAMPLES))) {
            samples.addLast(new Sample(now, done));
            dropOld(now);
        }
    }

    /** Empty until enough was seen to mean something. */
    OptionalDouble perSecond(Instant now, long done) {
        Sample first = samples.peekFirst();
        if (first == null || now.isBefore(first.at().plus(MEANINGFUL))) {
            return OptionalDouble.empty();
        }
        double seconds = Duration.between(first.at(), now).toMillis() / 1000.0;
        return OptionalDouble.of(Math.max(0, done - first.done()) / seconds);
    }

    /** The oldest sample that stays is the last one from before the window, so that the window is always covered. */
    private void dropOld(Instant now) {
        Instant from = now.minus(WINDOW);
        while (samples.size() > 1) {
            Sample first = samples.removeFirst();
            if (samples.getFirst().at().isAfter(from)) {
                samples.addFirst(first);
                return;
            }
        }
    }
}
