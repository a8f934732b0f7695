package io.shelftally.nights;

import io.shelftally.operations.cli.InProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program: two nights of a date with different lists, and what operators then look at; each answer is left in a file. */
final class PlaceNights {

    static final String DATE = "2024-11-02";

    private final Path home;
    private int told;

    private PlaceNights(Path home) {
        this.home = home;
    }

    public static void main(String[] args) throws IOException {
        new PlaceNights(Path.of(args[0])).run();
    }

    private void run() throws IOException {
        night("first");
        night("second");
        tell("verify", home.resolve("out").resolve(DATE).toString());
        tell("rerun", "--date", DATE, "--failed", "--wait", "60s");
        tell("breaks");
        tell("quarantine", "list");
        tell("replay", "--date", DATE);
        tell("runs");
        tell("show", "last");
        tell("show", "last", "--json");
        tell("doctor");
        tell("prune", "--keep-days", "30");
        tell("nightly", "--help");
    }

    private void night(String list) throws IOException {
        tell(
                "nightly",
                "--date",
                DATE,
                "--captures",
                home.resolve(list).resolve("captures.csv").toString(),
                "--scans",
                home.resolve("scans.csv").toString(),
                "--out",
                home.resolve("out").toString(),
                "--wait",
                "60s");
    }

    private void tell(String... args) throws IOException {
        InProcess.Ended ended = InProcess.run(new String[0], args);
        Files.writeString(
                home.resolve("told-" + ++told + "-" + args[0]),
                "exit " + ended.code() + "\n" + ended.out() + ended.err());
    }
}
