package io.shelftally.proof.sandbox;

import io.shelftally.proof.sandbox.seeded.SeededOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which world is served. */
final class WorldArguments {

    @Option(
            names = "--world",
            paramLabel = "DIR",
            description = "A world written by hand: every .json file of this folder (format: sample-data/README.md).")
    @Nullable
    Path world;

    @Option(names = "--seed", paramLabel = "N", description = "A made world: the same numbers make the same world.")
    @Nullable
    Long seed;

    @Option(
            names = "--captures",
            paramLabel = "N",
            defaultValue = "200",
            description = "Captures of a made world (${DEFAULT-VALUE}).")
    int captures;

    @Option(
            names = "--scans",
            paramLabel = "N",
            defaultValue = "40",
            description = "Scans of a made world (${DEFAULT-VALUE}).")
    int scans;

    @Option(
            names = "--products",
            paramLabel = "M",
            defaultValue = "30",
            description = "Products in the report of each scan of a made world (${DEFAULT-VALUE}).")
    int products;

    @Option(
            names = "--trouble",
            paramLabel = "PERCENT",
            defaultValue = "40",
            description = "Captures and scans of a made world that are slow, failed, unknown or refused; 0: each is"
                    + " settled at the first call (${DEFAULT-VALUE}).")
    int trouble;

    @Option(
            names = "--report-types",
            paramLabel = "TYPE",
            split = ",",
            description = "The reports that Pensa's account of a made world delivers, whatever it is asked for: any of"
                    + " ITEMS_SEEN, FACINGS_SEEN, FULL_FACINGS, OOS (those that it is asked for).")
    List<String> reportTypes = List.of();

    @Option(
            names = "--write-lists",
            paramLabel = "DIR",
            description = "Writes captures.csv and scans.csv of a made world into this folder, and ends.")
    @Nullable
    Path lists;

    /**
     * The folder's world, or the seed's.
     *
     * @throws IllegalArgumentException unless exactly one of them is given
     */
    WorldSource source() {
        if ((world == null) == (seed == null)) {
            throw new IllegalArgumentException("give either --world or --seed");
        }
        return world == null ? WorldSource.seed(seeded()) : WorldSource.folder(world);
    }

    /**
     * The made world's size.
     *
     * @throws IllegalArgumentException if no seed is given
     */
    SeededOptions seeded() {
        if (seed == null) {
            throw new IllegalArgumentException("a made world needs --seed");
        }
        return new SeededOptions(seed, captures, scans, products, trouble, reportTypes);
    }
}
