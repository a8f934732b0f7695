package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how the vendors behave. */
final class VendorArguments {

    private static final int WORKERS = 32;

    /** Whether a vendor has a bound. */
    enum Kind {
        /** Each call takes its latency, however many there are. */
        FIXED,
        /** So many workers, and a queue. */
        QUEUE
    }

    @Option(
            names = "--vendor",
            paramLabel = "KIND",
            defaultValue = "fixed",
            description =
                    "fixed: each call takes its latency, however many there are; queue: a vendor of --vendor-workers,"
                            + " for which further calls wait in line (${DEFAULT-VALUE}).")
    private Kind kind;

    @Option(
            names = "--vendor-workers",
            paramLabel = "N",
            description = "With --vendor queue: calls that it works on at once (32).")
    private @Nullable Integer workers;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "The usual time that the vendor works on a call (20ms; with --workers 200ms).")
    private @Nullable Duration latency;

    @Option(
            names = "--tail-percent",
            paramLabel = "P",
            description = "The share of slow calls, in percent (1; with --workers 0).")
    private @Nullable Integer tailPercent;

    @Option(
            names = "--tail-latency",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = TimeConverter.class,
            description = "The time of a slow call (${DEFAULT-VALUE}).")
    private Duration tailLatency;

    @Option(
            names = "--tail-by",
            paramLabel = "WHAT",
            split = ",",
            defaultValue = "call,scan",
            description =
                    "What makes a call slow: call, by chance, so that the next one about the same scan is drawn anew;"
                            + " scan, its scan, always the same ones. Nights of each are measured (${DEFAULT-VALUE}).")
    private List<Vendor.TailBy> tails;

    /**
     * The vendors to measure nights with, one or two; the first is the one of all further parts.
     *
     * @param areSlow whether calls are what a night waits for, unless the options say otherwise
     */
    List<Vendor> vendors(boolean areSlow) {
        if (kind == Kind.FIXED && workers != null) {
            throw new IllegalArgumentException("--vendor-workers needs --vendor queue");
        }
        int number = kind == Kind.FIXED ? 0 : Optional.ofNullable(workers).orElse(WORKERS);
        if (kind == Kind.QUEUE && number < 1) {
            throw new IllegalArgumentException("a vendor has 1 worker or more, not " + number);
        }
        Latencies latencies = new Latencies(
                latency == null ? Duration.ofMillis(areSlow ? 200 : 20) : latency,
                tailPercent == null ? (areSlow ? 0 : 1) : tailPercent,
                tailLatency);
        return tails.stream()
                .distinct()
                .limit(latencies.hasTail() ? tails.size() : 1)
                .map(tail -> new Vendor(latencies, tail, number))
                .toList();
    }
}
