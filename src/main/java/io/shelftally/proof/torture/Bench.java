package io.shelftally.proof.torture;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A directory with a database, work lists and an out directory, and how the job is started on it. */
final class Bench {

    static final String DATE = "2026-11-21";

    private static final String MAIN = "io.shelftally.Application";

    private final Path home;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private String url;

    Bench(Path home) {
        this.home = home;
        this.url = "jdbc:h2:file:" + home.resolve("database");
        set("spring.datasource.url", url);
        set("shelftally.closient.per-minute", "0");
        set("shelftally.closient.per-day", "0");
        set("shelftally.poll.first", "50ms");
        set("shelftally.poll.longest", "100ms");
        set("shelftally.retry.first", "20ms");
        set("shelftally.retry.longest", "100ms");
        set("shelftally.http.read-timeout", "10s");
        set("spring.datasource.username", "sa");
    }

    Bench set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    Bench facing(Sandbox sandbox) {
        set("shelftally.closient.base-url", sandbox.baseUri().toString());
        set("shelftally.closient.api-key", Credentials.MADE_UP.apiKey());
        set("shelftally.pensa.base-url", sandbox.baseUri().toString());
        set("shelftally.pensa.access-token", Credentials.MADE_UP.accessToken());
        return set("shelftally.pensa.username", Credentials.MADE_UP.username());
    }

    Path home() {
        return home;
    }

    Path out() {
        return home.resolve("out");
    }

    String url() {
        return url;
    }

    /** From now on the database is opened through a server, so that two processes can have it open. */
    Bench through(int port) {
        return on("jdbc:h2:tcp://127.0.0.1:" + port + "/" + home.resolve("database"));
    }

    /** From now on the database is that of the URL. */
    Bench on(String databaseUrl) {
        url = databaseUrl;
        return set("spring.datasource.url", url);
    }

    /** The same place and settings, to be given others for one process alone. */
    Bench forOneProcess() {
        Bench same = new Bench(home);
        same.url = url;
        same.settings.putAll(settings);
        return same;
    }

    /**
     * Starts the night.
     *
     * @param options of the virtual machine
     */
    JobProcess start(String... options) {
        return startFor("2m", options);
    }

    JobProcess startFor(String wait, String... options) {
        List<String> night = new ArrayList<>(List.of("nightly", "--date", DATE, "--out", out().toString()));
        night.addAll(List.of("--wait", wait));
        night.addAll(List.of("--captures", home.resolve("captures.csv").toString()));
        night.addAll(List.of("--scans", home.resolve("scans.csv").toString()));
        return start(night, options);
    }

    /** Starts a command that brings the tables up to date and does no more. */
    JobProcess startMigrate(String... options) {
        return start(List.of("migrate"), options);
    }

    JobProcess start(List<String> arguments, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx256m"));
        command.addAll(List.of(options));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", JobClasses.path(), MAIN));
        command.addAll(arguments);
        try {
            return new JobProcess(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another bench with the same database, lists and published files. */
    Bench copyTo(Path place) {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path copy = place.resolve(home.relativize(path));
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bench(place);
    }

    void delete() {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
