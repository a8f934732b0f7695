package io.shelftally.proof.torture;

import io.shelftally.base.failpoint.Failpoint;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Starts that make the tables, or bring them up to date, are killed and repeated: each failpoint once, then failpoints and
 * moments by chance. The next start must work, and all that the tables held must be in them.
 */
final class Starts {

    private static final List<Failpoint> FAILPOINTS =
            Stream.of(Failpoint.values()).filter(Failpoint::isOfMigrations).toList();

    private final String kind;
    private final MigrationStage stage;
    private final int wanted;
    private final PrintWriter out;
    private final List<String> faults = new ArrayList<>();
    private final Set<Failpoint> reached = EnumSet.noneOf(Failpoint.class);
    private int begun;
    private int killed;
    private int well;

    Starts(String kind, MigrationStage stage, int wanted, PrintWriter out) {
        this.kind = kind;
        this.stage = stage;
        this.wanted = wanted;
        this.out = out;
    }

    void run(int parallel, SplittableRandom random) throws InterruptedException {
        SideBySide.run(parallel, () -> runSome(random), this::fault);
        faults.forEach(out::println);
    }

    boolean isClean() {
        return faults.isEmpty() && killed >= wanted && well == killed && reached.size() == FAILPOINTS.size();
    }

    synchronized String line() {
        return String.format(
                Locale.ROOT, "%s %d/%d well, failpoints %d/%d", kind, well, killed, reached.size(), FAILPOINTS.size());
    }

    private void runSome(SplittableRandom random) throws InterruptedException {
        for (int number = next(); number > 0; number = next()) {
            runOne(number, split(random));
            synchronized (out) {
                out.println(line());
                out.flush();
            }
        }
    }

    /** More are begun than are wanted: a start may have ended before it was killed. 0 if there is no need for another. */
    private synchronized int next() {
        return killed < wanted && begun < 3 * wanted ? ++begun : 0;
    }

    private synchronized SplittableRandom split(SplittableRandom random) {
        return random.split();
    }

    private void runOne(int number, SplittableRandom random) throws InterruptedException {
        Bench bench = stage.bench("start-" + number);
        boolean isKilled =
                number <= FAILPOINTS.size() ? killAt(FAILPOINTS.get(number - 1), 1, bench) : kill(bench, random);
        for (int more = random.nextInt(3); isKilled && more > 0; more--) {
            kill(bench, random);
        }
        if (isKilled) {
            finish(bench);
        }
    }

    private boolean kill(Bench bench, SplittableRandom random) throws InterruptedException {
        if (random.nextInt(4) > 0) {
            return killAtRandom(bench, random);
        }
        Failpoint failpoint = FAILPOINTS.get(random.nextInt(FAILPOINTS.size()));
        return killAt(failpoint, 1 + random.nextInt(Math.max(1, stage.hits(failpoint))), bench);
    }

    /** Two of three within the work on the tables, the others anywhere from the start of the process on. */
    private boolean killAtRandom(Bench bench, SplittableRandom random) throws InterruptedException {
        boolean isWithin = random.nextInt(3) > 0;
        try (JobProcess job = bench.startMigrate(stage.archive())) {
            if (isWithin) {
                MigrationStage.awaitMigration(bench, job);
            }
            long span = isWithin ? stage.migrationNanos() : stage.wholeNanos();
            return (!job.endsWithin(random.nextLong(span)) && job.kill()) || endedWell(job);
        }
    }

    private boolean killAt(Failpoint failpoint, int hit, Bench bench) throws InterruptedException {
        try (JobProcess job =
                bench.startMigrate("-Dshelftally.failpoint=" + failpoint.name() + ":" + hit, stage.archive())) {
            if (job.exitCode() == JobProcess.KILLED) {
                reach(failpoint);
                return true;
            }
            return endedWell(job);
        }
    }

    /** Always false: such a start was not killed. */
    private boolean endedWell(JobProcess job) throws InterruptedException {
        if (job.exitCode() != 0) {
            fault("a start ended with " + job.exitCode() + "\n" + job.said());
        }
        return false;
    }

    private void finish(Bench bench) throws InterruptedException {
        try (JobProcess job = bench.startMigrate(stage.archive())) {
            List<String> found =
                    job.exitCode() == 0 ? stage.faults(bench) : List.of("exit " + job.exitCode(), job.said());
            count(found.isEmpty());
            if (found.isEmpty()) {
                bench.delete();
            } else {
                fault(bench.home() + ": " + String.join("\n", found));
            }
        }
    }

    private synchronized void count(boolean isWell) {
        killed++;
        well += isWell ? 1 : 0;
    }

    private synchronized void reach(Failpoint failpoint) {
        reached.add(failpoint);
    }

    private synchronized void fault(String what) {
        faults.add(kind + ": " + what);
    }
}
