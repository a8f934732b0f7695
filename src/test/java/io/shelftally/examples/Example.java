package io.shelftally.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command that a page shows in a block of its own.
 *
 * @param line where the command stands, from 1
 * @param section the heading of the second level above it
 * @param output the lines below it, up to the next command or the end of the block
 */
public record Example(Path page, int line, String section, String command, List<String> output) {

    private static final String FENCE = "```";
    private static final Pattern COMMAND = Pattern.compile("(jobs/|(export|source|printf|cp|sed|grep) [^ ]).*");

    /** Every example of a page, in order. */
    public static List<Example> of(Path page) throws IOException {
        List<Example> examples = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        String section = "";
        boolean isInBlock = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                isInBlock = !isInBlock;
            } else if (isInBlock && COMMAND.matcher(line).matches()) {
                examples.add(new Example(page, i + 1, section, line, outputAfter(lines, i)));
            } else if (!isInBlock && line.startsWith("## ")) {
                section = line.substring("## ".length());
            }
        }
        return examples;
    }

    private static List<String> outputAfter(List<String> lines, int command) {
        return lines.stream()
                .skip(command + 1)
                .takeWhile(line ->
                        !line.startsWith(FENCE) && !COMMAND.matcher(line).matches())
                .toList();
    }

    public List<String> words() {
        return ShellWords.of(command);
    }

    /** Whether it calls the job's own command line. */
    public boolean callsTheJob() {
        return command.startsWith("jobs/shelftally ") || command.startsWith("jobs/nightly ");
    }

    /** Its page and line, and the command. */
    @Override
    public String toString() {
        return page + ", line " + line + ": " + command;
    }
}
