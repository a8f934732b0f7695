package io.shelftally.nights;

import io.shelftally.Application;
import io.shelftally.database.TestDatabase;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A place to run nights from: a database, an out directory, work lists, and settings that let a night pass quickly. */
final class Desk {

    private final Path home;
    private final Map<String, String> settings = new TreeMap<>();
    private final List<String> javaOptions = new ArrayList<>();
    private OptionalLong longestFile = OptionalLong.empty();

    Desk(Path home) {
        this.home = home;
        set("spring.datasource.url", TestDatabase.url(home));
        set("shelftally.closient.per-minute", "0");
        set("shelftally.poll.first", "50ms");
        set("shelftally.poll.longest", "200ms");
        set("shelftally.retry.first", "20ms");
        set("shelftally.retry.longest", "100ms");
        set("shelftally.http.read-timeout", "2s");
    }

    Desk set(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    Desk unset(String setting) {
        settings.remove(setting);
        return this;
    }

    /** From now on waits, back-off and time-outs are as long as where nobody sets them. */
    Desk unhurried() {
        return unset("shelftally.poll.longest")
                .unset("shelftally.retry.first")
                .unset("shelftally.retry.longest")
                .unset("shelftally.http.read-timeout");
    }

    /** The database of the nights, from outside. */
    JdbcTemplate database() {
        return new JdbcTemplate(new DriverManagerDataSource(TestDatabase.url(home)));
    }

    /** Options of the virtual machine for a process of its own. */
    Desk java(String... options) {
        javaOptions.addAll(List.of(options));
        return this;
    }

    /** A process of its own may write no file longer than so many bytes, as if the disk were full. */
    Desk filesUpTo(long bytes) {
        longestFile = OptionalLong.of(bytes);
        return this;
    }

    /** From now on the vendors are the sandbox's. */
    Desk facing(Sandbox sandbox) {
        return facing(sandbox.baseUri());
    }

    /** From now on both vendors are at this address. */
    Desk facing(URI vendors) {
        set("shelftally.closient.base-url", vendors.toString());
        set("shelftally.closient.api-key", Credentials.MADE_UP.apiKey());
        set("shelftally.pensa.base-url", vendors.toString());
        set("shelftally.pensa.access-token", Credentials.MADE_UP.accessToken());
        return set("shelftally.pensa.username", Credentials.MADE_UP.username());
    }

    /** @param lines of which the first is the header */
    Desk captures(String... lines) {
        return write("captures.csv", lines);
    }

    Desk scans(String... lines) {
        return write("scans.csv", lines);
    }

    Path out() {
        return home.resolve("out");
    }

    Published published(String date) {
        return new Published(out().resolve(date));
    }

    /** The night of a date with both lists, inside this process. */
    InProcess.Ended night(String date, String... more) {
        return run(arguments(date, more));
    }

    /** The plan of a date with both lists, inside this process. */
    InProcess.Ended plan(String date, String... more) {
        return run(withLists(new ArrayList<>(List.of("plan", "--date", date)), more));
    }

    /** Any command line, inside this process. */
    InProcess.Ended run(String... args) {
        return InProcess.run(settings(), args);
    }

    /** As arguments of an application. */
    String[] settings() {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** @param name captures or scans */
    Path list(String name) {
        return home.resolve(name + ".csv");
    }

    /** A program of its own in a process of its own, with these settings. */
    ChildProcess elsewhere(Class<?> program, String javaOption, List<String> args) {
        List<String> command = new ArrayList<>(List.of(javaOption));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(program.getName());
        command.addAll(args);
        return ChildProcess.java(command);
    }

    /** The same night in a process of its own. */
    ChildProcess nightElsewhere(String date, String... more) {
        return runElsewhere(arguments(date, more));
    }

    /** Any command line in a process of its own. */
    ChildProcess runElsewhere(String... args) {
        List<String> command = new ArrayList<>(javaOptions);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(Application.class.getName());
        command.addAll(Arrays.asList(args));
        return ChildProcess.java(command, longestFile);
    }

    /** A program that is a launcher of the job with these settings. */
    Path launcher() {
        List<String> words = new ArrayList<>(ChildProcess.JAVA);
        words.addAll(ShippedJar.options(true));
        settings.forEach((name, value) -> words.add("-D" + name + "=" + value));
        words.add(Application.class.getName());
        return script("launcher", "exec '" + String.join("' '", words) + "' \"$@\"");
    }

    /** A program of the shell. */
    Path script(String name, String... lines) {
        Path script = home.resolve(name);
        write(name, Stream.concat(Stream.of("#!/bin/sh"), Stream.of(lines)).toArray(String[]::new));
        if (!script.toFile().setExecutable(true)) {
            throw new AssertionError(script + " cannot be made a program");
        }
        return script;
    }

    private String[] arguments(String date, String... more) {
        List<String> args = new ArrayList<>(List.of("nightly", "--date", date));
        if (!Arrays.asList(more).contains("--out")) {
            args.addAll(List.of("--out", out().toString()));
        }
        return withLists(args, more);
    }

    private String[] withLists(List<String> args, String... more) {
        for (String list : List.of("captures", "scans")) {
            Path file = list(list);
            if (Files.exists(file) && !Arrays.asList(more).contains("--" + list)) {
                args.addAll(List.of("--" + list, file.toString()));
            }
        }
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }

    private Desk write(String name, String... lines) {
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve(name), String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
