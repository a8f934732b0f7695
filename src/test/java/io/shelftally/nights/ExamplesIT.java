package io.shelftally.nights;

import io.shelftally.Documents;
import io.shelftally.examples.Example;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the README and the runbook, tried on the demo's night and what follows it: one story, in this order. */
class ExamplesIT {

    private static final Path README = Path.of("README.md");
    private static final String OF_THE_README = "Every day";

    /** Of nights that are old, whatever the date of the host is. */
    private static final String OF_OLD_NIGHTS = "Pruning";

    private static final List<String> STORY = List.of(
            "Command line",
            "Doctor",
            "Over the nights",
            "Open breaks",
            "Explaining a row",
            "Replaying a night",
            "Verifying an export",
            "Planning a night",
            "What happened last night",
            "Rerunning a night",
            "Working through the quarantine",
            "Comparing two nights",
            "Giving a night up");

    /** They call what this machine may not have, or a database that this test does not start. */
    private static final Set<String> OF_OTHERS = Set.of("A command", "Hand it on", "Workers");

    @TempDir
    private Path project;

    @Test
    void everyExamplePrintsWhatTheDocumentsShow() throws Exception {
        Files.deleteIfExists(Newcomer.PRINTED);
        Newcomer newcomer = newcomer(project, examples());
        Newcomer yearsAfter = newcomer(project.resolve("old"), ofTheRunbook());

        try (Sandbox sandbox = vendors()) {
            newcomer.facing(sandbox).tries(Documents.runbook("Trying it"), "Trying it");
        }
        try (Sandbox sandbox = vendors()) {
            newcomer.facing(sandbox).tries(README, OF_THE_README);
            for (String section : STORY) {
                newcomer.tries(Documents.runbook(section), section);
            }
        }
        try (Sandbox sandbox = vendors()) {
            yearsAfter.facing(sandbox).hasRun(2, LocalDate.parse("2024-11-21"));
            yearsAfter.tries(Documents.runbook(OF_OLD_NIGHTS), OF_OLD_NIGHTS);
        }

        SoftAssertions.assertSoftly(all -> {
            all.assertThat(Stream.of(newcomer, yearsAfter).flatMap(reader -> reader.complaints().stream()))
                    .as("examples that print something else; %s has what each of them prints", Newcomer.PRINTED)
                    .isEmpty();
            all.assertThat(newcomer.untried())
                    .as("examples in sections that this test does not know")
                    .allMatch(example ->
                            example.section().equals(OF_OLD_NIGHTS) || OF_OTHERS.contains(example.section()));
        });
    }

    private static Newcomer newcomer(Path project, List<Example> examples) throws Exception {
        Desk desk = new Desk(Files.createDirectories(project.resolve("var/demo")));
        return new Newcomer(project, desk.unhurried().unset("shelftally.closient.per-minute"), examples);
    }

    private static List<Example> examples() throws Exception {
        List<Example> examples = ofTheRunbook();
        Example.of(README).stream()
                .filter(example -> example.section().equals(OF_THE_README))
                .forEach(examples::add);
        return examples;
    }

    private static List<Example> ofTheRunbook() throws Exception {
        List<Example> examples = new ArrayList<>();
        for (Path page : Documents.runbook()) {
            examples.addAll(Example.of(page));
        }
        return examples;
    }

    private static Sandbox vendors() {
        return Sandbox.start(SandboxOptions.of(WorldSource.folder(Path.of("sample-data", "world"))));
    }
}
