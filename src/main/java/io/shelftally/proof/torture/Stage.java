package io.shelftally.proof.torture;

import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The night that is tortured, prepared once: a world with trouble, from which the items go that would keep a night waiting
 * to its end; a database in which half of the list was run and published before; and what an undisturbed run of the
 * whole list comes to.
 */
final class Stage {

    private static final List<String> OPEN_ITEMS = List.of(
            "SELECT capture_id FROM capture WHERE outcome IN ('IN_PROGRESS', 'DEFERRED')",
            "SELECT CAST(scan_id AS VARCHAR) FROM scan WHERE outcome IN ('IN_PROGRESS', 'UNKNOWN_SCAN', 'REPORT_NOT_READY')");

    private final SeededOptions world;
    private final Path home;
    private final Bench template;
    private final Remains expected;
    private final Map<Failpoint, Integer> hits = new EnumMap<>(Failpoint.class);
    private final long workNanos;

    Stage(Path home, SeededOptions world) throws InterruptedException {
        this.home = home;
        this.world = world;
        this.template = makeTemplate();
        Bench bench = bench("undisturbed");
        try (Sandbox sandbox = sandbox()) {
            Path counts = home.resolve("failpoints");
            JobProcess job = bench.facing(sandbox).start("-Dshelftally.failpoint=count:" + counts, archive());
            job.awaitFirstLine();
            long started = System.nanoTime();
            expectPublished(job);
            this.workNanos = System.nanoTime() - started;
            this.expected = Remains.of(bench, sandbox);
            hits.putAll(hits(counts));
        }
    }

    Remains expected() {
        return expected;
    }

    /** How often an undisturbed run reaches each failpoint. */
    Map<Failpoint, Integer> hits() {
        return hits;
    }

    /** How long the job takes from its first word on. */
    long workNanos() {
        return workNanos;
    }

    /** A new bench that nobody has run the whole list on. */
    Bench bench(String name) {
        return template.copyTo(home.resolve(name));
    }

    /** The bench that all others are copied from: nobody has run the whole list on it. */
    Bench template() {
        return template;
    }

    Sandbox sandbox() {
        return Sandbox.start(options().withLimits(Limits.DOCUMENTED.withRates(0, 0)));
    }

    /** The vendors of this night, with the documented limits. */
    SandboxOptions options() {
        return SandboxOptions.of(WorldSource.seed(world));
    }

    /** Shares the classes that each job loads, which halves the time to start one. */
    String archive() {
        return archive(home);
    }

    static String archive(Path home) {
        if (!JobClasses.canBeArchived()) {
            return "-Xshare:auto";
        }
        Path file = home.resolve("classes.jsa");
        return (Files.exists(file) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + file;
    }

    private Bench makeTemplate() throws InterruptedException {
        Bench trial = new Bench(home.resolve("trial"));
        writeLists(trial, 1, Set.of());
        Bench half = new Bench(home.resolve("template"));
        Set<String> open;
        try (Sandbox sandbox = sandbox()) {
            expectPublished(trial.facing(sandbox).startFor("5s"));
            open = open(trial);
        }
        writeLists(half, 2, open);
        try (Sandbox sandbox = sandbox()) {
            expectPublished(half.facing(sandbox).start(archive()));
        }
        writeLists(half, 1, open);
        return half;
    }

    private static void expectPublished(JobProcess job) throws InterruptedException {
        try (job) {
            if (job.exitCode() != 0) {
                throw new TortureException("an undisturbed night failed:\n" + job.said());
            }
        }
    }

    /** What a process has counted. */
    static Map<Failpoint, Integer> hits(Path counts) {
        Map<Failpoint, Integer> hits = new EnumMap<>(Failpoint.class);
        try {
            for (String line : Files.readAllLines(counts)) {
                String[] words = line.split(" ", 2);
                hits.put(Failpoint.valueOf(words[0]), Integer.valueOf(words[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hits;
    }

    /** Every n-th item of the world's lists, those left out apart. */
    private void writeLists(Bench bench, int every, Set<String> leftOut) {
        try {
            Path home = bench.home();
            new SeededWorld(world, Catalogue.load()).writeLists(home);
            for (String list : List.of("captures.csv", "scans.csv")) {
                List<String> lines = Files.readAllLines(home.resolve(list));
                StringBuilder kept = new StringBuilder(lines.get(0)).append('\n');
                for (int i = 1; i < lines.size(); i += every) {
                    if (!leftOut.contains(lines.get(i).split(",", 2)[0])) {
                        kept.append(lines.get(i)).append('\n');
                    }
                }
                Files.writeString(home.resolve(list), kept + (list.startsWith("c") ? "mistyped,,\n" : ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> open(Bench bench) {
        Set<String> ids = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(bench.url(), "sa", "");
                Statement statement = connection.createStatement()) {
            for (String query : OPEN_ITEMS) {
                ResultSet rows = statement.executeQuery(query);
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new TortureException("the database cannot be read: " + e.getMessage());
        }
        return ids;
    }
}
