package io.shelftally.proof.torture;

import java.io.PrintWriter;
import java.util.SplittableRandom;

/** Nights by several processes, some side by side, until there were faults enough. */
final class WorkersTorture {

    /** Of so many nights one, the second of them first, is disturbed when all is collected, and is derived. */
    private static final int LATE = 3;

    private final WorkersTally tally = new WorkersTally();
    private final WorkersStage stage;
    private final int workers;
    private final int wanted;
    private final PrintWriter out;
    private int begun;

    /**
     * @param workers of each night, besides its manager and those who come late
     * @param wanted faults
     */
    WorkersTorture(WorkersStage stage, int workers, int wanted, PrintWriter out) {
        this.stage = stage;
        this.workers = workers;
        this.wanted = wanted;
        this.out = out;
    }

    /** Whether all went as it should. */
    boolean run(int parallel, SplittableRandom random) throws InterruptedException {
        SideBySide.run(parallel, () -> runSome(random), tally::fault);
        if (tally.dealt() < wanted) {
            tally.fault("only " + tally.dealt() + " faults met a night that was at work");
        }
        tally.faults().forEach(out::println);
        out.println(tally.line());
        out.flush();
        return tally.isClean();
    }

    private void runSome(SplittableRandom random) throws InterruptedException {
        for (int number = next(); number > 0; number = next()) {
            boolean isLate = number % LATE == 2;
            new WorkersNight(stage, tally, "night-" + number, workers, isLate, split(random)).run();
            synchronized (out) {
                out.println(tally.line());
                out.flush();
            }
        }
    }

    /** A night that is under way counts as one to which all befalls; 0 if there is no need for another. */
    private synchronized int next() {
        int each = WorkerFault.values().length;
        int expected = tally.dealt() + (begun - tally.nights()) * each;
        return expected < wanted && begun * each < 3 * wanted ? ++begun : 0;
    }

    private static SplittableRandom split(SplittableRandom random) {
        synchronized (random) {
            return random.split();
        }
    }
}
