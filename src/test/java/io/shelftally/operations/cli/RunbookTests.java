package io.shelftally.operations.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class RunbookTests {

    private static final Path RUNBOOK = Path.of("jobs", "README.md");

    @Test
    void theRunbookTellsEveryExitCode() throws IOException {
        List<String> told = Documents.rows(Documents.section(RUNBOOK, "Exit codes")).stream()
                .map(cells -> cells.get(0))
                .toList();

        assertThat(told)
                .as("%s, table of \"Exit codes\": a row for each constant of ExitCode, in order", RUNBOOK)
                .containsExactlyElementsOf(Stream.of(ExitCode.values())
                        .map(code -> String.valueOf(code.number()))
                        .toList());
    }

    @Test
    void theRunbookTellsEveryOptionAndItsDefault() throws IOException {
        Map<String, String> told = Documents.rows(Documents.section(RUNBOOK, "Options of nightly")).stream()
                .collect(toMap(cells -> cells.get(0).split(" ", 2)[0], cells -> cells.get(1)));

        Map<String, OptionSpec> options = new CommandLine(new NightlyCommand(new Launcher(new StopSignal())))
                .getCommandSpec().options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .collect(toMap(OptionSpec::longestName, option -> option));

        assertThat(told.keySet())
                .as("%s, table of \"Options of nightly\"", RUNBOOK)
                .containsExactlyInAnyOrderElementsOf(options.keySet());
        options.forEach((name, option) -> {
            if (option.required()) {
                assertThat(told).as("required options").containsEntry(name, "required");
            } else if (option.arity().max() == 0) {
                assertThat(told).as("switches").containsEntry(name, "off");
            } else if (option.defaultValue() != null) {
                assertThat(told).as("defaults").containsEntry(name, Objects.requireNonNull(option.defaultValue()));
            }
        });
    }
}
