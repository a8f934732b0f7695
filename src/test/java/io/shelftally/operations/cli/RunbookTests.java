package io.shelftally.operations.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.operations.launch.ExitCode;
import io.shelftally.operations.launch.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class RunbookTests {

    private static final Path FRONT = Path.of("jobs", "README.md");
    private static final Pattern QUOTED = Pattern.compile("\\*([^*]+)\\*");

    /** Of the operating system, and put together from a verb and a path. */
    private static final Set<String> FROM_ELSEWHERE = Set.of("No space left on device", "cannot create");

    private static final Pattern SECTION = Pattern.compile("(?m)^## (.*)$");

    @Test
    void theRunbookTellsEveryExitCode() throws IOException {
        List<String> told = Documents.rows(Documents.section(FRONT, "Exit codes")).stream()
                .map(cells -> cells.get(0))
                .toList();

        assertThat(told)
                .as("%s, table of \"Exit codes\": a row for each constant of ExitCode, in order", FRONT)
                .containsExactlyElementsOf(Stream.of(ExitCode.values())
                        .map(code -> String.valueOf(code.number()))
                        .toList());
    }

    @Test
    void theFirstPageLeadsToEveryExitCodeThatNeedsSomebody() throws IOException {
        String leads = Files.readString(FRONT);

        assertThat(Stream.of(ExitCode.values()).map(ExitCode::number).filter(code -> code != 0))
                .isNotEmpty()
                .allSatisfy(code -> {
                    String page =
                            Documents.runbook("Exit code " + code).getFileName().toString();
                    assertThat(leads).contains("](" + page + "#exit-code-" + code + ")");
                });
    }

    @Test
    void theFirstPageLeadsToEverySection() throws IOException {
        String leads = Files.readString(FRONT);

        for (Path page : Documents.runbook()) {
            for (String heading : SECTION.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                String anchor = Documents.anchor(heading);
                if (!page.equals(FRONT)) {
                    assertThat(leads)
                            .as("%s leads to \"%s\" of %s", FRONT, heading, page)
                            .contains("](" + page.getFileName() + "#" + anchor + ")");
                }
            }
        }
    }

    @Test
    void everyMessageOfTheFirstPageIsOneOfTheJobs() throws IOException {
        String code = sources();

        List<String> unknown = Documents.rows(Documents.section(FRONT, "Messages")).stream()
                .flatMap(cells -> QUOTED.matcher(cells.get(0)).results())
                .flatMap(quoted -> Stream.of(quoted.group(1).split("[ :]*\\.\\.\\.[ :]*")))
                .filter(words -> !FROM_ELSEWHERE.contains(words) && !code.contains(words))
                .toList();

        assertThat(unknown)
                .as("%s, \"Messages\": words that no message of the code holds", FRONT)
                .isEmpty();
    }

    @Test
    void theRunbookTellsEveryOptionAndItsDefault() throws IOException {
        Path page = Documents.runbook("Options of nightly");
        Map<String, String> told = Documents.rows(Documents.section(page, "Options of nightly")).stream()
                .collect(toMap(cells -> cells.get(0).split(" ", 2)[0], cells -> cells.get(1)));

        Map<String, OptionSpec> options = new CommandLine(new NightlyCommand(new Launcher(new StopSignal())))
                .getCommandSpec().options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .collect(toMap(OptionSpec::longestName, option -> option));

        assertThat(told.keySet())
                .as("%s, table of \"Options of nightly\"", page)
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

    /** What the job is made of, each text in one piece. */
    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString().replaceAll("\"\\s*\\+\\s*\"", "");
    }
}
