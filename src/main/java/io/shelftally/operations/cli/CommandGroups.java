package io.shelftally.operations.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists the commands in the help by what they are for, a line each. */
final class CommandGroups implements IHelpSectionRenderer {

    static final String OTHERS = "Others";

    private static final int NAME_WIDTH = 12;

    private static final Map<String, List<String>> GROUPS = groups();

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Run nights", List.of("nightly", "work", "plan", "rerun", "replay", "abandon", "schedule"));
        groups.put(
                "Look into them",
                List.of(
                        "nights",
                        "runs",
                        "workers",
                        "show",
                        "explain",
                        "evidence",
                        "breaks",
                        "diff",
                        "site",
                        "quarantine"));
        groups.put(
                "Check and keep",
                List.of("watch", "doctor", "config", "verify", "migrate", "prune", "backup", "restore", "move"));
        groups.put("Try it out", List.of("demo", "sandbox"));
        groups.put("Shell", List.of("completion", "help"));
        return groups;
    }

    static void in(CommandLine commandLine) {
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
    }

    /** The commands of each group, of those that there are. */
    static Map<String, List<String>> of(CommandLine commandLine) {
        List<String> rest = new ArrayList<>(commandLine.getSubcommands().keySet());
        Map<String, List<String>> found = new LinkedHashMap<>();
        GROUPS.forEach((group, names) -> {
            List<String> those = names.stream().filter(rest::contains).toList();
            rest.removeAll(those);
            if (!those.isEmpty()) {
                found.put(group, those);
            }
        });
        if (!rest.isEmpty()) {
            found.put(OTHERS, rest);
        }
        return found;
    }

    @Override
    public String render(Help help) {
        CommandLine commandLine = help.commandSpec().commandLine();
        Map<String, CommandLine> commands = new TreeMap<>(commandLine.getSubcommands());
        StringBuilder text = new StringBuilder();
        of(commandLine).forEach((group, names) -> {
            text.append(String.format(Locale.ROOT, "%n%s:%n", group));
            names.forEach(name -> text.append(String.format(
                    Locale.ROOT,
                    "  %-" + NAME_WIDTH + "s%s%n",
                    name,
                    line(
                            commands.getOrDefault(name, commandLine),
                            help.commandSpec().usageMessage().width() - NAME_WIDTH - 2))));
        });
        return text.toString();
    }

    /** The header, else the first part of the description: up to the end of a sentence, a colon, or if it is long a comma or blank. */
    private static String line(CommandLine command, int room) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        String text = String.join(" ", usage.header().length > 0 ? usage.header() : usage.description());
        String sentence = text.replaceFirst("(?s)[.:;]( .*)?$", "").replaceFirst("(?s)[.:;] .*", "");
        if (sentence.length() <= room) {
            return sentence;
        }
        int comma = sentence.lastIndexOf(',', room);
        return sentence.substring(0, comma > 0 ? comma : sentence.lastIndexOf(' ', room));
    }
}
