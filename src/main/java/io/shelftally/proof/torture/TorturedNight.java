package io.shelftally.proof.torture;

import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.proof.sandbox.Sandbox;
import java.util.SplittableRandom;

/** One night that is killed, started again until it has published, and compared with the undisturbed one. */
final class TorturedNight {

    private static final int STARTS_TO_FINISH = 3;

    private final Stage stage;
    private final Tally tally;
    private final String name;

    TorturedNight(Stage stage, Tally tally, String name) {
        this.stage = stage;
        this.tally = tally;
        this.name = name;
    }

    /** Kills the night at random moments, so many times at the most; fewer if it finishes before. */
    void killAtRandom(int kills, SplittableRandom random) throws InterruptedException {
        torture(bench -> {
            for (int i = 0; i < kills; i++) {
                try (JobProcess job = bench.start(stage.archive())) {
                    if (random.nextInt(10) > 0) {
                        job.awaitFirstLine();
                    }
                    if (!job.endsWithin(random.nextLong(stage.workNanos())) && job.kill()) {
                        tally.killed();
                    } else if (job.exitCode() != 0) {
                        tally.fault(name + ": a start ended with " + job.exitCode() + "\n" + job.said());
                    }
                }
            }
        });
    }

    /** Kills the night where it reaches the failpoint for the n-th time. */
    void killAt(Failpoint failpoint, int hit) throws InterruptedException {
        torture(bench -> {
            try (JobProcess job =
                    bench.start("-Dshelftally.failpoint=" + failpoint.name() + ":" + hit, stage.archive())) {
                int code = job.exitCode();
                if (code == JobProcess.KILLED) {
                    tally.reached(failpoint);
                } else if (code != 0) {
                    tally.fault(name + ": a start ended with " + code + "\n" + job.said());
                }
            }
        });
    }

    private interface Torture {
        void on(Bench bench) throws InterruptedException;
    }

    private void torture(Torture torture) throws InterruptedException {
        Bench bench = stage.bench(name);
        try (Sandbox sandbox = stage.sandbox();
                LinkReader reader = new LinkReader(bench.out().resolve(Bench.DATE))) {
            bench.facing(sandbox);
            torture.on(bench);
            finish(bench);
            int before = tally.faults().size();
            tally.night(name, Remains.of(bench, sandbox), stage.expected(), reader.end(), reader.reads());
            if (tally.faults().size() == before) {
                bench.delete();
            }
        }
    }

    private void finish(Bench bench) throws InterruptedException {
        for (int i = 1; i <= STARTS_TO_FINISH; i++) {
            try (JobProcess job = bench.start(stage.archive())) {
                int code = job.exitCode();
                if (code == 0) {
                    return;
                }
                tally.fault(name + ": start " + i + " after the kills ended with " + code + "\n" + job.said());
            }
        }
    }
}
