package io.shelftally.proof.benchmark;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say what a night is made of. */
final class LoadArguments {

    @Option(
            names = "--scans",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Scans a night (${DEFAULT-VALUE}).")
    int scans;

    @Option(
            names = "--products",
            paramLabel = "M",
            defaultValue = "100",
            description = "Products a report (${DEFAULT-VALUE}).")
    int products;

    @Option(
            names = "--captures",
            paramLabel = "N",
            defaultValue = "0",
            description = "Captures a night (${DEFAULT-VALUE}).")
    int captures;

    @Option(
            names = "--in-flight",
            paramLabel = "K",
            defaultValue = "32",
            description = "Calls at once (${DEFAULT-VALUE}).")
    int inFlight;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "20ms",
            converter = TimeConverter.class,
            description = "Usual answer (${DEFAULT-VALUE}).")
    Duration latency;

    @Option(
            names = "--tail-percent",
            paramLabel = "P",
            defaultValue = "1",
            description = "Slow calls, percent (${DEFAULT-VALUE}).")
    int tailPercent;

    @Option(
            names = "--tail-latency",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = TimeConverter.class,
            description = "Slow answer (${DEFAULT-VALUE}).")
    Duration tailLatency;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "512m",
            description = "Job's heap (${DEFAULT-VALUE}).")
    String heap;

    /** A night of so many scans, and of captures in proportion. */
    Load load(int nightScans) {
        return new Load(
                nightScans,
                products,
                (int) ((long) captures * nightScans / Math.max(1, scans)),
                inFlight,
                new Latencies(latency, tailPercent, tailLatency),
                heap);
    }
}
