package io.shelftally.proof.torture;

import io.shelftally.base.failpoint.Failpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the torture of starts begins with, prepared once: no database, or that of the first release; and what an undisturbed
 * start makes of it, and in how long.
 */
final class MigrationStage {

    private static final String DATABASE = "database.mv.db";
    private static final String COPY = "database.migrating.mv.db";

    private final Path home;
    private final boolean isUpgrade;
    private final Snapshot expected;
    private final Map<Failpoint, Integer> hits;
    private final long wholeNanos;
    private final long migrationNanos;

    /** @param isUpgrade of the first release's database; else of none */
    MigrationStage(Path home, boolean isUpgrade) throws InterruptedException {
        this.home = home;
        this.isUpgrade = isUpgrade;
        Bench bench = bench("undisturbed");
        Snapshot before = isUpgrade ? Snapshot.of(bench) : Snapshot.NONE;
        Path counts = home.resolve("failpoints");
        long started = System.nanoTime();
        try (JobProcess job = bench.startMigrate("-Dshelftally.failpoint=count:" + counts, archive())) {
            awaitMigration(bench, job);
            long begun = System.nanoTime();
            if (job.exitCode() != 0) {
                throw new TortureException("an undisturbed start failed:\n" + job.said());
            }
            this.wholeNanos = System.nanoTime() - started;
            this.migrationNanos = System.nanoTime() - begun;
        }
        this.hits = Stage.hits(counts);
        this.expected = Snapshot.of(bench);
        if (!expected.losses(before).isEmpty()) {
            throw new TortureException("an undisturbed upgrade loses rows of " + expected.losses(before));
        }
    }

    /** How long a start takes, from the process on. */
    long wholeNanos() {
        return wholeNanos;
    }

    /** How long it takes from where the tables are begun with. */
    long migrationNanos() {
        return migrationNanos;
    }

    int hits(Failpoint failpoint) {
        return hits.getOrDefault(failpoint, 0);
    }

    /** A new place to start from. */
    Bench bench(String name) {
        Bench bench = new Bench(directory(home.resolve(name))).set("spring.datasource.username", "");
        if (isUpgrade) {
            FirstRelease.restore(bench.url());
        }
        return bench;
    }

    /** Waits until a start has begun with the tables, or has ended. */
    static void awaitMigration(Bench bench, JobProcess job) throws InterruptedException {
        while (!Files.exists(bench.home().resolve(COPY)) && !job.endsWithin(TimeUnit.MILLISECONDS.toNanos(1))) {
            Thread.onSpinWait();
        }
    }

    /** What is wrong with a database after the last start, which went well; empty if nothing is. */
    List<String> faults(Bench bench) {
        return Stream.concat(
                        Snapshot.of(bench).differences(expected).stream().map(name -> "table " + name + " differs"),
                        files(bench.home())
                                .filter(name -> !name.equals(DATABASE))
                                .map(name -> name + " is left"))
                .toList();
    }

    String archive() {
        return Stage.archive(home);
    }

    private static Stream<String> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
