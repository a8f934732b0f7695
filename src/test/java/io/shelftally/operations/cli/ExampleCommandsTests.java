package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.examples.Example;
import io.shelftally.examples.ShellWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Every example of a help or a page is a command line that the commands take. */
class ExampleCommandsTests {

    /** Up to what a shell makes of the output. */
    private static final Pattern CALL = Pattern.compile("^ {2}.*?jobs/(shelftally|nightly)( [^)>]*|$)");

    @Test
    void everyExampleOfAHelpIsUnderstood() {
        List<String> wrong = new ArrayList<>();
        int examples = 0;
        for (CommandLine command :
                withSubcommands(ShelfTally.commandLine(new StopSignal())).toList()) {
            for (String line : command.getCommandSpec().usageMessage().footer()) {
                Matcher call = CALL.matcher(line);
                if (call.find()) {
                    examples++;
                    trouble(call.group().strip()).ifPresent(wrong::add);
                }
            }
        }

        assertThat(examples).isGreaterThan(30);
        assertThat(wrong).as("examples of helps").isEmpty();
    }

    @Test
    void everyExampleOfAPageIsUnderstood() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : Documents.pages()) {
            for (Example example : Example.of(page)) {
                if (example.callsTheJob()) {
                    trouble(example.command()).ifPresent(told -> wrong.add(example + "\n" + told));
                }
            }
        }

        assertThat(wrong).as("examples of pages").isEmpty();
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(ExampleCommandsTests::withSubcommands));
    }

    private static Optional<String> trouble(String line) {
        List<String> words = new ArrayList<>(ShellWords.of(line.substring(line.indexOf("jobs/"))));
        if (words.remove(0).equals("jobs/nightly")) {
            words.add(0, "nightly");
        }
        try {
            ShelfTally.commandLine(new StopSignal()).parseArgs(words.toArray(String[]::new));
            return Optional.empty();
        } catch (ParameterException trouble) {
            return Optional.of(line + ": " + trouble.getMessage());
        }
    }
}
