package io.shelftally.examples;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares what a command prints with what a page shows; there a line {@code ...} stands for any lines, or none. */
public final class Output {

    private static final String ANY = "...";

    /** What is another at each run, or on each machine, or grows with the product, and what is written for it. */
    private static final List<Replacement> VOLATILE = List.of(
            new Replacement("/srv/shelftally/", ""),
            new Replacement("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<instant>"),
            new Replacement("(is that of|of nights before) \\d{4}-\\d\\d-\\d\\d", "$1 <today>"),
            new Replacement("\\b\\d+(\\.\\d+)? (ms|s|min)\\b", "<time>"),
            new Replacement("\\b\\d+(\\.\\d+)? ([kMGT]?B|bytes)\\b", "<size>"),
            new Replacement("(spring\\.datasource\\.url, from )[^)]+", "$1<origin>"),
            new Replacement("127\\.0\\.0\\.1:\\d+", "<host>"),
            new Replacement("(all) \\d+ (settings)|(at version) \\d+|(: H2) [0-9.]+", "$1$3$4 <grows> $2"),
            // How many calls at once made the vendor faster.
            new Replacement("(in flight +)\\d+ (calls to \\w+ at its end)(, from \\d+ to \\d+)?", "$1<found> $2"),
            // Which scans share a status answer depends on the moment.
            new Replacement("(pensa +statuses) +\\d+( \\+\\d+)? +<instant> +200 +\\d+ +[0-9a-f]{64}", "$1 <answer>"),
            new Replacement("\\s+", " "));

    private Output() {}

    private record Replacement(Pattern pattern, String with) {
        Replacement(String regex, String with) {
            this(Pattern.compile(regex), with);
        }
    }

    /** The first lines that are shown and not printed, or printed and not shown; empty if all is as it is shown. */
    public static Optional<String> difference(List<String> shown, List<String> printed) {
        List<String> expected = plain(shown);
        List<String> actual = plain(printed);
        int at = 0;
        boolean anywhere = false;
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i).equals(ANY)) {
                anywhere = true;
                continue;
            }
            int found = anywhere ? indexFrom(actual, at, block(expected, i)) : at;
            if (found < 0 || found >= actual.size() || !actual.get(found).equals(expected.get(i))) {
                return Optional.of("shown:   " + expected.get(i) + "\nprinted: " + lineOrEnd(actual, at));
            }
            at = found + 1;
            anywhere = false;
        }
        return anywhere || at == actual.size()
                ? Optional.empty()
                : Optional.of("shown:   (the end)\nprinted: " + actual.get(at));
    }

    /** The lines from one on, up to the next gap. */
    private static List<String> block(List<String> lines, int from) {
        return lines.stream().skip(from).takeWhile(line -> !line.equals(ANY)).toList();
    }

    /** Where the block starts; the last block has to end with the output. Without the whole block, where its first line is. */
    private static int indexFrom(List<String> lines, int from, List<String> block) {
        for (int i = from; i + block.size() <= lines.size(); i++) {
            if (lines.subList(i, i + block.size()).equals(block)) {
                return i;
            }
        }
        int first = lines.subList(from, lines.size()).indexOf(block.get(0));
        return first < 0 ? -1 : from + first;
    }

    private static String lineOrEnd(List<String> lines, int at) {
        return at < lines.size() ? lines.get(at) : "(the end)";
    }

    private static List<String> plain(List<String> lines) {
        return lines.stream().map(Output::plain).filter(line -> !line.isEmpty()).toList();
    }

    private static String plain(String line) {
        String plain = line;
        for (Replacement replacement : VOLATILE) {
            plain = replacement.pattern().matcher(plain).replaceAll(replacement.with());
        }
        return plain.strip();
    }
}
