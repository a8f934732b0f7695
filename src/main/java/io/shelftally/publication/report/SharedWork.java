package io.shelftally.publication.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a night's collection was shared.
 *
 * @param took from the first part that anybody took to the last one that was put down, in all starts of the night together
 * @param workers those who took part, the one that settled most first; empty of a night that one process collected
 */
public record SharedWork(Duration took, List<Worker> workers) {

    /** Of a night that one process collected. */
    public static final SharedWork NONE = new SharedWork(Duration.ZERO, List.of());

    public SharedWork {
        workers = List.copyOf(workers);
    }

    /**
     * A process that took part.
     *
     * @param name unlike any other's, such as {@code shelftally work 4711 1c2d3e4f}
     * @param since when it took its first part
     * @param time from there to the end of its last part, as {@code took} counts it
     * @param parts that it took, each as often as it did
     * @param settled items whose answers it stored, likewise
     */
    public record Worker(String name, String host, Instant since, Duration time, long parts, long settled) {}
}
