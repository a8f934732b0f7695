package io.shelftally.proof.benchmark;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what a night is made of. */
final class LoadArguments {

    @Option(names = "--scans", paramLabel = "N", description = "Scans a night (20000; with --workers 8000).")
    private @Nullable Integer scans;

    @Option(names = "--products", paramLabel = "M", description = "Products a report (100; with --workers 10).")
    private @Nullable Integer products;

    @Option(
            names = "--captures",
            paramLabel = "N",
            defaultValue = "0",
            description = "Captures a night (${DEFAULT-VALUE}).")
    private int captures;

    @Option(
            names = "--in-flight",
            paramLabel = "K",
            converter = InFlightConverter.class,
            description = "Calls at once, a number, or auto where the job finds it out (32; with --workers 16 each).")
    private @Nullable InFlight inFlight;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "512m",
            description = "The job's heap (${DEFAULT-VALUE}).")
    private String heap;

    @Option(
            names = "--database",
            paramLabel = "KIND",
            defaultValue = "h2",
            description = "h2: a file; postgresql: a server on this machine, from binaries that the build brings"
                    + " (${DEFAULT-VALUE}).")
    private Databases.Kind database;

    @Option(
            names = "--workers",
            paramLabel = "N,N",
            split = ",",
            description =
                    "With --database postgresql: nights by a manager and so many worker processes, beside one worker and"
                            + " one process that does all (none).")
    private List<Integer> workers = List.of();

    @Mixin
    private VendorArguments vendor;

    /** Rising, from 1; empty for none. */
    List<Integer> workers() {
        if (workers.isEmpty()) {
            return List.of();
        }
        if (database != Databases.Kind.POSTGRESQL) {
            throw new IllegalArgumentException("--workers needs --database postgresql");
        }
        if (workers.stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("--workers are 1 or more");
        }
        return Stream.concat(Stream.of(1), workers.stream()).distinct().sorted().toList();
    }

    /** The night, by each of the vendors. */
    List<Load> loads() {
        boolean isAlone = workers.isEmpty();
        int scansANight = scans == null ? (isAlone ? 20_000 : 8_000) : scans;
        int productsAReport = products == null ? (isAlone ? 100 : 10) : products;
        InFlight atOnce = inFlight == null ? InFlight.of(isAlone ? 32 : 16) : inFlight;
        return vendor.vendors(!isAlone).stream()
                .map(one -> new Load(scansANight, productsAReport, captures, atOnce, one, heap, database))
                .toList();
    }
}
