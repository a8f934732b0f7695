package io.shelftally.operations.cli;

import io.shelftally.operations.launch.ExitCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The pages of --help: prose is wrapped where the terminal ends, and what can be copied stands on one line, whatever its width. */
final class HelpPages {

    private static final int USUAL = 80;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 110;

    private HelpPages() {}

    /** @param columns of the terminal; 0 if the output is none */
    static void in(CommandLine command, int columns) {
        command.setUsageHelpWidth(columns == 0 ? USUAL : Math.max(NARROWEST, Math.min(columns, WIDEST)));
        shape(command);
        CommandGroups.in(command);
    }

    /** Shows what there is, of a command that is given without one of its own; returns the exit code. */
    static int instead(CommandLine command) {
        command.usage(command.getOut());
        return ExitCode.USAGE.number();
    }

    private static void shape(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.description(paragraphs(usage.description()).toArray(String[]::new));
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, HelpPages::footer);
        command.getSubcommands().values().forEach(HelpPages::shape);
    }

    private static String footer(Help help) {
        StringBuilder text = new StringBuilder();
        for (String line : paragraphs(help.commandSpec().usageMessage().footer())) {
            if (line.startsWith(" ") || line.isEmpty()) {
                text.append(line).append(System.lineSeparator());
            } else {
                int width = help.commandSpec().usageMessage().width();
                Help.join(help.ansi(), width, true, new String[] {line.replace("%", "%%")}, text);
            }
        }
        return text.toString();
    }

    /** Lines of prose that follow each other are one; those that are indented, and empty ones, stay. */
    private static List<String> paragraphs(String[] lines) {
        List<String> paragraphs = new ArrayList<>();
        boolean goesOn = false;
        for (String line : lines) {
            boolean isProse = !line.startsWith(" ") && !line.isEmpty();
            if (isProse && goesOn) {
                int last = paragraphs.size() - 1;
                paragraphs.set(last, paragraphs.get(last) + " " + line);
            } else {
                paragraphs.add(line);
            }
            goesOn = isProse;
        }
        return paragraphs;
    }
}
