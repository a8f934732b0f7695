package io.shelftally.proof.torture;

import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry of the torture: {@code jobs/torture}. */
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 110,
        description = {
            "Starts the real job on a sandbox of both vendors with trouble, kills it at random moments and at every"
                    + " failpoint, starts it again until it has published, and compares with an undisturbed run: files"
                    + " byte for byte, the rows of the views, and the retries that the vendor got. Another reads the"
                    + " published files all along. Or kills starts that make the tables. Exit code 0 if nothing differed, else 1.",
            "",
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
public final class Torture implements Callable<Integer> {

    /** A part of the work: one night, whatever it is put through. */
    private interface Work {
        void run(TorturedNight night) throws InterruptedException;
    }

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "25",
            description = "Kills at random moments (${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--failpoints",
            paramLabel = "WHICH",
            defaultValue = "all",
            description = "all, none, or the name of one (${DEFAULT-VALUE}).")
    private String failpoints;

    @Option(
            names = "--each",
            paramLabel = "N",
            defaultValue = "1",
            description = "Kills at each failpoint: the first time it is reached, then at random (${DEFAULT-VALUE}).")
    private int each;

    @Option(
            names = "--takeovers",
            paramLabel = "N",
            defaultValue = "0",
            description = "Instead: so many runs are stopped (SIGSTOP) and taken over by another, then woken.")
    private int takeovers;

    @Option(
            names = "--first-starts",
            paramLabel = "N",
            defaultValue = "0",
            description = "Instead: so many first starts on a new H2 file are killed, and repeated.")
    private int firstStarts;

    @Option(
            names = "--upgrades",
            paramLabel = "N",
            defaultValue = "0",
            description = "Instead: so many starts on the database of the first release are killed, and repeated.")
    private int upgrades;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Instead: nights by a manager and so many workers, 2 or more, on PostgreSQL: a worker is killed, one"
                            + " is paused, one is cut off from the database, the manager is killed, a worker comes late.")
    private int workers;

    @Option(
            names = "--faults",
            paramLabel = "N",
            defaultValue = "25",
            description = "With --workers: so many such faults, five a night (${DEFAULT-VALUE}).")
    private int faults;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the world and of chance (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "2",
            description = "Nights side by side (${DEFAULT-VALUE}).")
    private int parallel;

    @Option(names = "--work-dir", paramLabel = "DIR", description = "Where to work; default: a temporary directory.")
    private @Nullable Path workDirectory;

    @Spec
    private CommandSpec spec;

    /** Calls that Closient allows: fewer than a night by workers needs. */
    private static final int PER_MINUTE = 100;

    private final Tally tally = new Tally();
    private final Queue<Work> work = new ConcurrentLinkedQueue<>();
    private int nights;

    private Torture() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Torture()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path home = workDirectory == null
                ? Files.createTempDirectory("torture")
                : Files.createDirectories(workDirectory.toAbsolutePath());
        out.println("working in " + home);
        out.flush();
        if (firstStarts + upgrades > 0) {
            return tortureStarts(home, out) ? 0 : 1;
        }
        if (workers != 0) {
            return tortureWorkers(home, out) ? 0 : 1;
        }
        List<Failpoint> wanted = wanted();
        Stage stage = new Stage(home, new SeededOptions(seed, 60, 12, 12, 30));
        if (takeovers > 0) {
            return new Takeovers(stage, takeovers, out).run(parallel, new SplittableRandom(seed)) ? 0 : 1;
        }
        tally.failpoints(wanted.size());
        SplittableRandom random = new SplittableRandom(seed);
        wanted.forEach(failpoint -> plan(failpoint, stage, random));
        planRandomKills(random);
        runAll(stage, out);
        tally.faults().forEach(out::println);
        out.println(tally.line());
        out.flush();
        return tally.isClean() ? 0 : 1;
    }

    private boolean tortureWorkers(Path home, PrintWriter out) throws InterruptedException {
        if (workers < 2) {
            throw new ParameterException(
                    spec.commandLine(), "--workers: one is killed and another paused, so at least 2, not " + workers);
        }
        Stage undisturbed = new Stage(home, new SeededOptions(seed, 160, 120, 12, 30));
        try (WorkersStage stage = new WorkersStage(undisturbed, PER_MINUTE)) {
            return new WorkersTorture(stage, workers, faults, out).run(parallel, new SplittableRandom(seed));
        }
    }

    private boolean tortureStarts(Path home, PrintWriter out) throws InterruptedException {
        List<Starts> all = new ArrayList<>();
        if (firstStarts > 0) {
            MigrationStage stage = new MigrationStage(home.resolve("first-starts"), false);
            all.add(new Starts("first starts", stage, firstStarts, out));
        }
        if (upgrades > 0) {
            MigrationStage stage = new MigrationStage(home.resolve("upgrades"), true);
            all.add(new Starts("upgrades", stage, upgrades, out));
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (Starts starts : all) {
            starts.run(parallel, random);
        }
        out.println(all.stream().map(Starts::line).collect(Collectors.joining("; ")));
        out.flush();
        return all.stream().allMatch(Starts::isClean);
    }

    /** Those that a night reaches whose tables are there, and whose vendors are punctual. */
    private List<Failpoint> wanted() {
        if (failpoints.equals("none")) {
            return List.of();
        }
        if (failpoints.equals("all")) {
            return Stream.of(Failpoint.values())
                    .filter(failpoint -> !failpoint.isOfMigrations() && !failpoint.isOfLateCalls())
                    .toList();
        }
        try {
            return List.of(Failpoint.valueOf(failpoints));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--failpoints: no failpoint is named " + failpoints);
        }
    }

    private void plan(Failpoint failpoint, Stage stage, SplittableRandom random) {
        int hits = stage.hits().getOrDefault(failpoint, 0);
        if (hits == 0) {
            tally.fault(failpoint + " is not reached by an undisturbed night");
            return;
        }
        for (int i = 0; i < each; i++) {
            int hit = i == 0 ? 1 : 1 + random.nextInt(hits);
            work.add(night -> night.killAt(failpoint, hit));
        }
    }

    /** More work than is needed: it ends when there were kills enough. */
    private void planRandomKills(SplittableRandom random) {
        for (int planned = 0; planned < 3 * kills; ) {
            int some = 1 + random.nextInt(8);
            SplittableRandom own = random.split();
            work.add(night -> night.killAtRandom(some, own));
            planned += some;
        }
    }

    private void runAll(Stage stage, PrintWriter out) throws InterruptedException {
        SideBySide.run(parallel, () -> runSome(stage, out), tally::fault);
        if (tally.kills() < kills) {
            tally.fault("only " + tally.kills() + " kills met a living process");
        }
    }

    private void runSome(Stage stage, PrintWriter out) throws InterruptedException {
        for (Work next = work.poll(); next != null && !isEnough(); next = work.poll()) {
            next.run(new TorturedNight(stage, tally, "night-" + number()));
            synchronized (out) {
                out.println(tally.line());
                out.flush();
            }
        }
    }

    private boolean isEnough() {
        return kills > 0 && tally.kills() >= kills;
    }

    private synchronized int number() {
        return ++nights;
    }
}
