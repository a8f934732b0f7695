package io.shelftally.proof.benchmark;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what a night is made of. */
final class LoadArguments {

    @Option(
            names = "--scans",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Scans a night (${DEFAULT-VALUE}).")
    private int scans;

    @Option(
            names = "--products",
            paramLabel = "M",
            defaultValue = "100",
            description = "Products a report (${DEFAULT-VALUE}).")
    private int products;

    @Option(
            names = "--captures",
            paramLabel = "N",
            defaultValue = "0",
            description = "Captures a night (${DEFAULT-VALUE}).")
    private int captures;

    @Option(
            names = "--in-flight",
            paramLabel = "K",
            defaultValue = "32",
            converter = InFlightConverter.class,
            description = "Calls at once, a number, or auto where the job finds it out (${DEFAULT-VALUE}).")
    private InFlight inFlight;

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

    @Mixin
    private VendorArguments vendor;

    /** The night, by each of the vendors. */
    List<Load> loads() {
        return vendor.vendors().stream()
                .map(one -> new Load(scans, products, captures, inFlight, one, heap, database))
                .toList();
    }
}
