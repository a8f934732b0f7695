package io.shelftally.proof.benchmark;

import io.shelftally.proof.benchmark.Peers.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the nights and what they are compared with, one after the other, each load against a sandbox of its own. */
record Benchmark(Path folder, Consumer<String> progress) {

    /** Calls to the sandbox before anything is measured, so that its own code is compiled. */
    private static final int WARM_UP = 4000;

    /** Calls in flight of a peer where the job finds them out itself. */
    private static final int WINDOW = 32;

    /** Those calls take at most about as many seconds. */
    private static final int WARM_UP_SECONDS = 5;

    Results run(Plan plan) throws Exception {
        double loadBefore = Machine.loadAverage();
        Path lists = Files.createDirectories(folder.resolve("lists"));
        SandboxProcess.writeLists(plan.biggest(plan.night()), lists);
        List<Trial> trials = new ArrayList<>();
        Further further = Further.NONE;
        try (Databases databases = plan.night().database().open()) {
            for (Load load : plan.loads()) {
                try (SandboxProcess sandbox = SandboxProcess.start(plan.biggest(load), folder)) {
                    PlainStep plainStep = new PlainStep(sandbox.uri(), lists.resolve("scans.csv"));
                    Nights nights = new Nights(new NightRun(sandbox, databases, lists), folder, progress);
                    warmUp(plainStep, load);
                    if (trials.isEmpty()) {
                        nights.first(plan);
                    }
                    Trial trial = trial(plan, load, nights, sandbox, lists);
                    if (trials.isEmpty()) {
                        further = new Further(
                                plain(plainStep, plan),
                                duckdb(plan, databases, nights),
                                nights.windows(plan),
                                nights.scaling(plan, trial.night()),
                                nights.teams(plan, trial.night()));
                    }
                    trials.add(trial);
                }
            }
        }
        return Results.of(Machine.here(), loadBefore, trials, further);
    }

    private Trial trial(Plan plan, Load load, Nights nights, SandboxProcess sandbox, Path lists) throws Exception {
        Trial trial = nights.trial(plan, load);
        if (!plan.peers().has(Peer.CLIENT)) {
            return trial;
        }
        progress.accept("the same calls by a plain client, " + load.vendor().tail());
        sandbox.count();
        PlainClient client = new PlainClient(sandbox.uri(), load.inFlight().orElse(WINDOW));
        return trial.withClient(client.run(lists.resolve("scans.csv"), load.scans()));
    }

    private Optional<DuckRun> duckdb(Plan plan, Databases databases, Nights nights) throws Exception {
        List<DuckRun> runs = new ArrayList<>();
        for (int round = 0;
                plan.peers().has(Peer.DUCKDB) && round < plan.sweeps().rounds();
                round++) {
            progress.accept("the same evidence by DuckDB");
            runs.add(new DuckPeer(databases, folder.resolve("duckdb")).run(nights.place(plan.here(), plan.night())));
        }
        return runs.stream().min(Comparator.comparing(DuckRun::time));
    }

    private void warmUp(PlainStep step, Load load) throws Exception {
        progress.accept("warming up the sandbox");
        int threads = Math.min(64, load.vendor().isQueue() ? load.vendor().workers() : 64);
        double calls = WARM_UP_SECONDS
                * LittlesLaw.callsPerSecond(threads, load.vendor().latencies().mean());
        int scans = (int) Math.min(Math.min(WARM_UP, calls) / 2 + 1, load.scans());
        step.run(new PlainRun.Kind(Math.max(1, scans), threads), scans, folder.resolve("warm-up-" + System.nanoTime()));
    }

    private List<PlainRun> plain(PlainStep step, Plan plan) throws Exception {
        int inFlight = plan.night().inFlight().orElse(WINDOW);
        List<PlainRun> runs = new ArrayList<>();
        if (plan.peers().synchronousSample() > 0) {
            runs.add(plain(step, new PlainRun.Kind(inFlight, 1), plan.peers().synchronousSample()));
        }
        if (plan.peers().concurrentSample() > 0) {
            runs.add(plain(
                    step, new PlainRun.Kind(inFlight, inFlight), plan.peers().concurrentSample()));
            runs.add(plain(step, new PlainRun.Kind(100, inFlight), plan.peers().concurrentSample()));
        }
        return runs;
    }

    private PlainRun plain(PlainStep step, PlainRun.Kind kind, int sample) throws Exception {
        progress.accept("a plain chunk step, " + kind + ", " + sample + " scans");
        return step.run(kind, sample, folder.resolve("plain-" + kind.chunk() + "-" + kind.threads()));
    }
}
