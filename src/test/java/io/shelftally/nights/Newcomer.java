package io.shelftally.nights;

import io.shelftally.Documents;
import io.shelftally.examples.Example;
import io.shelftally.examples.Output;
import io.shelftally.examples.ShellWords;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries the examples of the documents in a folder that stands for the project's, and compares what is printed. */
final class Newcomer {

    /** The test has a database and vendors of its own. */
    private static final List<String> OF_THE_TEST =
            List.of("SPRING_DATASOURCE_URL", "SHELFTALLY_CLOSIENT_BASEURL", "SHELFTALLY_PENSA_BASEURL");

    private static final List<String> DEMO = List.of(
            "nightly --date 2026-11-21 --captures sample-data/captures.csv --scans sample-data/scans.csv --out var/demo/out --wait 20s"
                    .split(" "));
    static final Path PRINTED = Path.of("target", "examples.txt");

    private final Path project;
    private final Desk desk;
    private final List<Example> untried;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, String> settingsByVariable;

    Newcomer(Path project, Desk desk, List<Example> examples) throws IOException {
        this.project = project;
        this.desk = desk;
        this.untried = new ArrayList<>(examples);
        this.settingsByVariable = Documents.rows(Documents.section(Documents.runbook("Settings"), "Settings")).stream()
                .collect(Collectors.toMap(row -> row.get(1), row -> row.get(0)));
        Files.createSymbolicLink(
                project.resolve("sample-data"), Path.of("sample-data").toAbsolutePath());
    }

    Newcomer facing(Sandbox sandbox) {
        desk.facing(sandbox);
        return this;
    }

    /** Runs nights of the demo's lists, one after the other, waiting little. */
    void hasRun(int nights, LocalDate first) {
        for (int i = 0; i < nights; i++) {
            List<String> night = new ArrayList<>(DEMO);
            night.set(night.indexOf("2026-11-21"), first.plusDays(i).toString());
            night.set(night.indexOf("20s"), "2s");
            printed(night);
        }
    }

    /** Tries every example of a section, in order. */
    void tries(Path page, String section) throws Exception {
        List<Example> examples = untried.stream()
                .filter(example ->
                        example.page().equals(page) && example.section().equals(section))
                .toList();
        untried.removeAll(examples);
        for (Example example : examples) {
            List<String> printed = tried(example);
            Files.write(PRINTED, written(example, printed), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Output.difference(example.output(), printed)
                    .ifPresent(difference -> complaints.add(example + "\n" + difference));
        }
    }

    private List<String> tried(Example example) throws IOException, InterruptedException {
        List<String> words = example.words();
        List<String> rest = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "jobs/demo" -> {
                sources("sample-data/demo.env");
                yield printed(DEMO);
            }
            case "jobs/shelftally" -> printed(rest);
            case "jobs/nightly" ->
                printed(Stream.concat(Stream.of("nightly"), rest.stream()).toList());
            case "source" -> {
                sources(rest.get(0));
                yield List.of();
            }
            case "export" -> {
                exports(words);
                yield List.of();
            }
            default -> shell(example.command());
        };
    }

    private List<String> printed(List<String> args) {
        InProcess.Ended ended = desk.run(args.stream().map(this::inTheProject).toArray(String[]::new));
        return (ended.out() + ended.err())
                .lines()
                .map(line -> line.replace(project + "/", ""))
                .toList();
    }

    private String inTheProject(String word) {
        Path path = project.resolve(word);
        return word.startsWith("var/") || Files.exists(path) ? path.toString() : word;
    }

    private void sources(String file) throws IOException {
        for (String line : Files.readAllLines(project.resolve(file))) {
            exports(ShellWords.of(line));
        }
    }

    /** Sets what a line {@code export NAME=VALUE} sets. */
    private void exports(List<String> words) {
        if (words.isEmpty() || !words.get(0).equals("export")) {
            return;
        }
        for (String assignment : words.subList(1, words.size())) {
            String[] parts = assignment.split("=", 2);
            if (!OF_THE_TEST.contains(parts[0])) {
                desk.set(
                        Objects.requireNonNull(settingsByVariable.get(parts[0]), parts[0] + " is no setting"),
                        parts[1]);
            }
        }
    }

    private List<String> shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.lines().toList();
    }

    /** Each example that printed something else, with the first line that differs. */
    List<String> complaints() {
        return complaints;
    }

    /** Examples of no section that was tried. */
    List<Example> untried() {
        return untried.stream().filter(Example::callsTheJob).toList();
    }

    private static List<String> written(Example example, List<String> printed) {
        return Stream.of(List.of("== " + example, ""), printed, List.of(""))
                .flatMap(List::stream)
                .toList();
    }
}
