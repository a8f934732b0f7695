package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.operations.launch.Launcher;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
                        .anyMatch(line -> line.matches("  " + name + " {2,}[A-Z].{10,}[^.:;]") && line.length() <= 80));
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
    void aCommandThatIsBuiltAloneIsTheSameAsAmongAll() {
        Map<String, CommandLine> all = ShelfTally.commandLine(new StopSignal()).getSubcommands();

        assertThat(all).allSatisfy((name, command) -> {
            CommandLine alone = ShelfTally.commandLine(new Launcher(new StopSignal()), new StopSignal(), name);
            assertThat(alone.getSubcommands())
                    .hasEntrySatisfying(
                            name, built -> assertThat(built.getUsageMessage()).isEqualTo(command.getUsageMessage()));
            assertThat(alone.getSubcommands().size()).isIn(1, all.size());
        });
        assertThat(ShelfTally.commandLine(new Launcher(new StopSignal()), new StopSignal(), "rnus")
                        .getSubcommands())
                .containsOnlyKeys(commands);
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
    void theCompletionServesTheLaunchersAndKnowsValues() {
        String completion = run("completion").out();

        assertThat(completion).contains("-F _complete_nightly ", "-F _complete_demo ", "-F _complete_sandbox ");
        assertThat(completion).contains("\"OOS_DISPUTED\"", "\"REPORT_REJECTED\"");
    }

    @Test
    void withoutACommandItShowsWhatThereIs() {
        InProcess.Ended bare = run();

        assertThat(bare.code()).isEqualTo(64);
        assertThat(bare.out())
                .isEqualTo(run("--help").out())
                .isEqualTo(run("help").out());
        assertThat(run("quarantine").out())
                .isEqualTo(run("quarantine", "--help").out());
    }

    @Test
    void helpTellsOfACommandToo() {
        assertThat(run("help", "breaks").out())
                .isEqualTo(run("breaks", "--help").out());
    }

    @Test
    void whatIsMistypedIsAnsweredWithWhatMayBeMeant() {
        assertThat(run("brekas").err())
                .contains("there is no command brekas", "Did you mean breaks?", "Try 'shelftally --help'");
        assertThat(run("breaks", "--stor", "1").err()).contains("'--stor'", "Did you mean --store?");
        assertThat(run("brekas").code()).isEqualTo(64);
        assertThat(run("rnus").err()).contains("there is no command rnus", "Did you mean runs?");
        assertThat(run("help", "nigths").err()).contains("there is no command nigths", "Did you mean nights?");
        assertThat(run("help", "nope").err()).startsWith("shelftally: there is no command nope\nTry ");
        assertThat(run("config", "shwo").err()).contains("Did you mean show?");
    }

    @Test
    void aNumberThatIsNoneIsToldInPlainWords() {
        assertThat(run("runs", "--last", "many").err()).contains("\"many\" is not a whole number such as 20");
        assertThat(run("explain", "--scan", "40x", "--gtin", "1").err()).contains("\"40x\" is not a whole number");
        assertThat(run("prune", "--keep-days", "9", "--out", "not-there").err())
                .startsWith("shelftally: --out: \"not-there\" is not a directory\n");
    }

    @Test
    void anErrorIsJsonWhereJsonIsAskedFor() {
        InProcess.Ended ended = run("breaks", "--json", "--older-than", "x");

        JsonNode error = JsonMapper.shared().readTree(ended.err()).get("error");
        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.out()).isEmpty();
        assertThat(error.get("exit_code").intValue()).isEqualTo(64);
        assertThat(error.get("meaning").stringValue()).isEqualTo("usage");
        assertThat(error.get("message").stringValue()).startsWith("Invalid value for option '--older-than'");
    }

    @Test
    void anExampleStandsOnOneLineInEveryWidth() {
        CommandLine commands = ShelfTally.commandLine(new StopSignal());
        HelpPages.in(commands, 60);
        Set<CommandLine> all = new HashSet<>(commands.getSubcommands().values());

        assertThat(all)
                .allSatisfy(command -> assertThat(command.getUsageMessage().lines())
                        .containsAll(Stream.of(
                                        command.getCommandSpec().usageMessage().footer())
                                .filter(line -> line.startsWith(" "))
                                .toList()));
        assertThat(all)
                .allSatisfy(command -> assertThat(command.getUsageMessage().lines())
                        .filteredOn(line -> !line.startsWith("  "))
                        .allMatch(line -> line.length() <= 60));
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
