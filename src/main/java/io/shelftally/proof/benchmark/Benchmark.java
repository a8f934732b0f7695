package io.shelftally.proof.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the nights and what they are compared with, one after the other, each load against a sandbox of its own. */
record Benchmark(Path folder, Consumer<String> progress) {

    /** Calls to the sandbox before anything is measured, so that its own code is compiled. */
    private static final int WARM_UP = 4000;

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
                    trials.add(nights.trial(plan, load));
                    if (trials.size() == 1) {
                        further = further(plan, plainStep, nights, trials.get(0).night());
                    }
                }
            }
        }
        return Results.of(Machine.here(), loadBefore, trials, further);
    }

    private Further further(Plan plan, PlainStep plainStep, Nights nights, Night measured) throws Exception {
        return new Further(plain(plainStep, plan), nights.windows(plan), nights.scaling(plan, measured));
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
        int inFlight = plan.night().inFlight().orElse(32);
        List<PlainRun> runs = new ArrayList<>();
        if (plan.synchronousSample() > 0) {
            runs.add(plain(step, new PlainRun.Kind(inFlight, 1), plan.synchronousSample()));
        }
        if (plan.concurrentSample() > 0) {
            runs.add(plain(step, new PlainRun.Kind(inFlight, inFlight), plan.concurrentSample()));
            runs.add(plain(step, new PlainRun.Kind(100, inFlight), plan.concurrentSample()));
        }
        return runs;
    }

    private PlainRun plain(PlainStep step, PlainRun.Kind kind, int sample) throws Exception {
        progress.accept("a plain chunk step, " + kind + ", " + sample + " scans");
        return step.run(kind, sample, folder.resolve("plain-" + kind.chunk() + "-" + kind.threads()));
    }
}
