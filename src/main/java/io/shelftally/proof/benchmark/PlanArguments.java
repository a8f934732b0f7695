package io.shelftally.proof.benchmark;

import io.shelftally.proof.benchmark.Peers.Peer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is run beside the nights. */
final class PlanArguments {

    private static final List<Integer> SIZES = List.of(10_000, 20_000, 40_000);
    private static final List<Integer> SAMPLES = List.of(400, 2000);
    private static final List<Integer> NONE = List.of(0);
    private static final List<Peer> PEERS = List.of(Peer.CLIENT, Peer.DUCKDB);
    private static final int REPEAT = 3;

    @Option(
            names = "--beside",
            paramLabel = "DIR",
            description =
                    "Another build's target/app, or the app of what is installed: its own launcher runs each night in"
                            + " turn with this build. It may be older: settings and a night's own options are all it is told.")
    private @Nullable Path beside;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Nights in full of each build; the medians are compared (3 with --beside, else 1).")
    private @Nullable Integer repeat;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "A variable for the nights of this build, such as a setting, over what the other options say.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--beside-set",
            paramLabel = "NAME=VALUE",
            description =
                    "The same for the build beside it: SHELFTALLY_PENSA_INFLIGHT=32 where it does not know --in-flight auto.")
    private Map<String, String> besideSettings = new LinkedHashMap<>();

    @Option(
            names = "--windows",
            paramLabel = "K,K",
            split = ",",
            converter = InFlightConverter.class,
            description = "Calls in flight to measure nights with, side by side, numbers or auto (none).")
    private List<InFlight> windows = List.of();

    @Option(
            names = "--sizes",
            paramLabel = "N,N",
            split = ",",
            description = "Scans of scaling nights; 0: none (10000,20000,40000; with --beside and --workers none).")
    private @Nullable List<Integer> sizes;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "Runs of each scaling night, of which the quickest of each step counts, and of each of --windows and --workers,"
                            + " of which the quickest counts (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--baseline-scans",
            paramLabel = "N,N",
            split = ",",
            description =
                    "Scans of the plain chunk steps, synchronous and concurrent; 0: none (400,2000; with --beside and --workers none).")
    private @Nullable List<Integer> samples;

    @Option(
            names = "--peers",
            paramLabel = "PEER",
            split = ",",
            description =
                    "What does a part of the night for comparison: client, the calls by the JDK's asynchronous client;"
                            + " duckdb, from the same evidence to the same table and file; none (client,duckdb; with --beside and --workers none).")
    private @Nullable List<Peer> peers;

    /**
     * @param workers processes that work for a manager, rising; empty for none
     * @param project where jobs/ stands
     */
    Plan plan(List<Load> loads, List<Integer> workers, Path project) {
        if (beside != null && !workers.isEmpty()) {
            throw new IllegalArgumentException("--workers and --beside are two benchmarks: run one after the other");
        }
        List<Build> builds = new ArrayList<>(List.of(Build.here(project, settings)));
        if (beside != null) {
            builds.add(Build.of(beside, besideSettings));
        } else if (!besideSettings.isEmpty()) {
            throw new IllegalArgumentException("--beside-set needs --beside");
        }
        boolean isAlone = beside == null && workers.isEmpty();
        return new Plan(
                loads,
                builds,
                repeat == null ? (beside == null ? 1 : REPEAT) : repeat,
                new Sweeps(windows, sizes == null ? (isAlone ? SIZES : List.of()) : sizes, workers, rounds),
                peers(isAlone));
    }

    private Peers peers(boolean isAlone) {
        List<Integer> baseline = samples == null ? (isAlone ? SAMPLES : NONE) : samples;
        return new Peers(
                baseline.get(0),
                baseline.get(baseline.size() - 1),
                Set.copyOf(peers == null ? (isAlone ? PEERS : List.of()) : peers));
    }
}
