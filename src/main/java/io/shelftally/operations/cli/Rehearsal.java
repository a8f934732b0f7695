package io.shelftally.operations.cli;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Credentials;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.Catalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A made night and the commands that look into it, run for the classes that they load: Java writes those into an archive when
 * the process ends, and later starts map it (docs/adr/0013-archive-of-classes.md). Asks nobody but a sandbox of its own.
 */
public final class Rehearsal {

    private static final String DATE = "2026-11-21";
    private static final SeededOptions WORLD = new SeededOptions(7, 40, 8, 20, 25);

    private final Path home;
    private final String[] settings;

    private Rehearsal(Path home, Sandbox sandbox) {
        this.home = home;
        this.settings = settings(home, sandbox.baseUri().toString());
    }

    /**
     * Rehearses, and ends the process.
     *
     * @param args an empty folder to work in, where {@code rehearsal.log} tells what the commands said
     */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]).toAbsolutePath();
        Locale.setDefault(Locale.ROOT);
        PrintStream log = new PrintStream(home.resolve("rehearsal.log").toFile(), StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(WorldSource.seed(WORLD)))) {
            new Rehearsal(home, sandbox).run(log);
        }
        System.exit(0);
    }

    private void run(PrintStream log) throws IOException {
        new SeededWorld(WORLD, Catalogue.load()).writeLists(home);
        String captures = home.resolve("captures.csv").toString();
        String scans = home.resolve("scans.csv").toString();
        String out = home.resolve("out").toString();
        List<List<String>> commands = List.of(
                List.of(
                        "nightly",
                        "--date",
                        DATE,
                        "--captures",
                        captures,
                        "--scans",
                        scans,
                        "--out",
                        out,
                        "--wait",
                        "1s"),
                List.of("nights"),
                List.of("runs"),
                List.of("show", "1"),
                List.of("breaks"),
                List.of("quarantine", "list"),
                List.of("explain", "--capture", firstId(captures)),
                List.of("evidence", "00000000"),
                List.of("diff", DATE, DATE),
                List.of("plan", "--captures", captures, "--scans", scans),
                List.of("verify", home.resolve("out").resolve(DATE).toString()),
                List.of("config", "show"),
                List.of("doctor", "--out", out));
        String config =
                Files.createFile(home.resolve("no-settings")).toString(); // those of this machine are not rehearsed
        PrintWriter told = new PrintWriter(log, true, StandardCharsets.UTF_8);
        for (List<String> command : commands) {
            int code = ShelfTally.commandLine(new StopSignal(), settings)
                    .setOut(told)
                    .setErr(told)
                    .execute(Stream.concat(Stream.of("--config", config), command.stream())
                            .toArray(String[]::new));
            told.println(String.join(" ", command) + " ended with " + code);
        }
        load("org.postgresql.Driver");
    }

    private static String firstId(String list) throws IOException {
        String row = Files.readAllLines(Path.of(list)).get(1);
        return row.substring(0, row.indexOf(','));
    }

    private static String[] settings(Path home, String vendors) {
        return new String[] {
            "--spring.datasource.url=jdbc:h2:file:" + home.resolve("database"),
            "--shelftally.closient.base-url=" + vendors,
            "--shelftally.closient.api-key=" + Credentials.MADE_UP.apiKey(),
            "--shelftally.pensa.base-url=" + vendors,
            "--shelftally.pensa.username=" + Credentials.MADE_UP.username(),
            "--shelftally.pensa.access-token=" + Credentials.MADE_UP.accessToken(),
            "--shelftally.poll.first=50ms",
            "--shelftally.poll.longest=100ms",
            "--shelftally.retry.first=20ms",
        };
    }

    /** Every class of the jar of a class that no rehearsed command needs, and another database's night does. */
    private static void load(String name) throws IOException {
        for (String other : classesBeside(name)) {
            try {
                Class.forName(other, false, Rehearsal.class.getClassLoader());
            } catch (ClassNotFoundException | LinkageError optional) {
                System.err.println("not loaded: " + optional);
            }
        }
    }

    private static List<String> classesBeside(String name) throws IOException {
        try (JarFile jar = new JarFile(jarOf(name).toFile())) {
            List<String> names = new ArrayList<>();
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String entry = entries.nextElement().getName();
                if (entry.endsWith(".class") && !entry.startsWith("META-INF")) {
                    names.add(entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'));
                }
            }
            return names;
        }
    }

    private static Path jarOf(String name) throws IOException {
        try {
            URI place = Class.forName(name)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(place);
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IOException("no jar of " + name, e);
        }
    }
}
