package io.shelftally.engine;

import java.time.Duration;

/**
 * How one process takes part.
 *
 * @param name of the process, which no other one bears, and which its database sessions bear as their application_name; at most
 *     50 characters, as long as the column is
 * @param threads tasks that it runs at the same time, besides what others have lost
 * @param beat from one sign of life to the next; 1 s, so that the tasks of the dead are taken up by others within 5 to 9 s
 * @param poll from one look for due tasks to the next, when nothing happens here
 * @param grace how long a stop waits for tasks before it interrupts them
 */
public record EngineSettings(String name, int threads, Duration beat, Duration poll, Duration grace) {

    /** Beats that fail to come until a process counts as dead. */
    static final int MISSED_BEATS = 6;

    /** From one sign of life of a process itself to the next, for whoever looks who is there. */
    static final Duration PULSE = Duration.ofSeconds(2);

    /** So many processes of the same size may be lost at a time, and one that is left takes up all that they had in hand. */
    private static final int MOST_LOST = 3;

    private static final int LONGEST_NAME = 50;

    public EngineSettings {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters, not \"" + name + '"');
        }
        if (threads < 1) {
            throw new IllegalArgumentException("at least 1 thread, not " + threads);
        }
    }

    public static EngineSettings of(String name, int threads) {
        return new EngineSettings(name, threads, Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(8));
    }

    /** All tasks that it runs at the same time: its own, and for a while those of lost processes. */
    public int hands() {
        return threads * (1 + MOST_LOST);
    }

    /** The silence after which a process counts as dead. */
    Duration silence() {
        return beat.multipliedBy(MISSED_BEATS);
    }
}
