package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** Runs the nights and the plain steps, one after the other, against one sandbox. */
record Benchmark(Path project, Path folder, Consumer<String> progress) {

    /** Calls to the sandbox before anything is measured, so that its own code is compiled. */
    private static final int WARM_UP = 4000;

    Results run(Plan plan) throws Exception {
        double loadBefore = Machine.loadAverage();
        Path lists = Files.createDirectories(folder.resolve("lists"));
        SandboxProcess.writeLists(plan.biggest(), lists);
        try (SandboxProcess sandbox = SandboxProcess.start(plan.biggest(), folder)) {
            PlainStep plainStep = new PlainStep(sandbox.uri(), lists.resolve("scans.csv"));
            NightRun nights = new NightRun(project.resolve("jobs/nightly"), sandbox, lists);
            warmUp(plainStep, plan);
            Night night = night(nights, plan.night());
            List<PlainRun> plain = plain(plainStep, plan);
            List<Night> scaling = scaling(nights, plan, night);
            return new Results(
                    Machine.here(),
                    loadBefore,
                    plan.night(),
                    night,
                    plain,
                    scaling,
                    Targets.of(plan.night(), night, plain, scaling));
        }
    }

    private void warmUp(PlainStep step, Plan plan) throws Exception {
        progress.accept("warming up the sandbox");
        step.run(
                new PlainRun.Kind(WARM_UP / 4, plan.night().inFlight() * 2),
                Math.min(WARM_UP, plan.biggest().scans()),
                folder.resolve("warm-up"));
    }

    /** In rounds over all sizes, so that a slow time of the machine does not hit one size alone. */
    private List<Night> scaling(NightRun nights, Plan plan, Night measured) throws IOException, InterruptedException {
        Map<Load, List<Night>> runs = new LinkedHashMap<>();
        for (int round = 0; round < plan.rounds(); round++) {
            for (Load load : plan.scaling()) {
                boolean isMeasured = round == 0 && load.equals(plan.night());
                runs.computeIfAbsent(load, any -> new ArrayList<>()).add(isMeasured ? measured : night(nights, load));
            }
        }
        return runs.values().stream().map(Night::quickest).toList();
    }

    private Night night(NightRun nights, Load load) throws IOException, InterruptedException {
        progress.accept("a night of " + load.scans() + " scans");
        Path place = folder.resolve("night-" + load.scans());
        FileSystemUtils.deleteRecursively(place);
        return nights.run(load, place);
    }

    private List<PlainRun> plain(PlainStep step, Plan plan) throws Exception {
        int inFlight = plan.night().inFlight();
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
