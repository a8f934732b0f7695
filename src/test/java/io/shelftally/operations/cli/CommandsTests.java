package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.collect.StopSignal;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every command. */
class CommandsTests {

    private final Set<String> commands =
            ShelfTally.commandLine(new StopSignal()).getSubcommands().keySet();

    @Test
    void everyCommandStandsInAGroupOfTheHelp() {
        assertThat(CommandGroups.of(ShelfTally.commandLine(new StopSignal())))
                .as("give each command a group in CommandGroups")
                .doesNotContainKey(CommandGroups.OTHERS);
    }

    @Test
    void theHelpNamesEveryCommandInALine() {
        String help = run("--help").out();

        assertThat(help).contains("Run nights:", "Check and keep:", "Try it out:", "Examples:");
        assertThat(commands)
                .allSatisfy(name -> assertThat(help.lines())
                        .anyMatch(
                                line -> line.matches("  " + name + " {2,}[A-Z].{10,}[^.:;]") && line.length() <= 100));
    }

    @Test
    void everyCommandHasAHelpWithAnExample() {
        assertThat(commands).allSatisfy(name -> {
            InProcess.Ended help = run(name, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out()).containsPattern("(jobs/|  )(shelftally )?" + name + " ?");
        });
    }

    @Test
    void theCompletionNamesEveryCommandAndItsOptions() {
        InProcess.Ended completion = run("completion");

        assertThat(completion.code()).isZero();
        assertThat(completion.out()).contains("complete -F _complete_shelftally", "bashcompinit");
        assertThat(commands).allSatisfy(name -> assertThat(completion.out()).contains("_picocli_shelftally_" + name));
        assertThat(completion.out()).contains("--keep-days", "--captures", "--port-file");
    }

    @Test
    void theDemoIsLeftToItsLauncher() {
        InProcess.Ended demo = run("demo");

        assertThat(demo.code()).isEqualTo(64);
        assertThat(demo.err()).contains("jobs/shelftally demo");
    }

    @Test
    void pruningKeepsADayAtLeast() {
        InProcess.Ended none = run("prune", "--keep-days", "0");

        assertThat(none.code()).isEqualTo(64);
        assertThat(none.err()).contains("--keep-days must be 1 or more, not 0");
        assertThat(run("prune").code()).isEqualTo(64);
    }

    private static InProcess.Ended run(String... args) {
        return InProcess.run(new String[0], args);
    }
}
