package io.shelftally.proof.sandbox.endpoints;

import java.time.Duration;
import java.util.Collections;
import java.util.PriorityQueue;

/** The workers of one vendor: each has one call at a time, and calls that find none free wait in line. */
final class Workers {

    /** When each of them is free ({@link System#nanoTime}); empty if there are as many as calls. */
    private final PriorityQueue<Long> free = new PriorityQueue<>((one, other) -> Long.signum(one - other));

    /** @param number 0: as many as there are calls */
    Workers(int number) {
        free.addAll(Collections.nCopies(number, System.nanoTime()));
    }

    /**
     * From the arrival of a call to its answer. It is worked on to its end, whether the client still waits for it or not.
     *
     * @param arrived {@link System#nanoTime}
     */
    synchronized Duration take(long arrived, Duration work) {
        Long next = free.poll();
        if (next == null) {
            return work;
        }
        long begin = next - arrived > 0 ? next : arrived;
        long end = begin + work.toNanos();
        free.add(end);
        return Duration.ofNanos(end - arrived);
    }
}
