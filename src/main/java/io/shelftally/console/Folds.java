package io.shelftally.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a row of cells is laid out where a line has so many columns: cells that do not fit beside the others stand on further
 * lines below them, indented, and the last cell of a line goes on below itself. No word is broken, and nothing is left out.
 *
 * @param widths of each cell's column
 * @param room columns of a line
 */
record Folds(List<Integer> widths, int room) {

    static final String BETWEEN = "  ";

    /** White space, and a word that two or more blanks part from what follows. */
    private static final Pattern LABEL = Pattern.compile("^\\s*(\\S+\\s{2,})?");

    /** Less than that is no place for a text to be wrapped in. */
    private static final int NARROWEST = 24;

    /** The cells of each line, by their numbers. */
    List<List<Integer>> lines() {
        List<List<Integer>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        int used = 0;
        for (int cell = 0; cell < widths.size(); cell++) {
            boolean isLast = cell == widths.size() - 1;
            boolean fits = used + widths.get(cell) <= room || (isLast && room - used >= NARROWEST);
            if (!fits && !lines.get(lines.size() - 1).isEmpty()) {
                lines.add(new ArrayList<>());
                used = BETWEEN.length();
            }
            lines.get(lines.size() - 1).add(cell);
            used += widths.get(cell) + BETWEEN.length();
        }
        return lines;
    }

    /** The lines of a row, of cells that are as wide as their columns but for each line's last one. */
    List<String> of(List<String> cells) {
        List<List<Integer>> lines = lines();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(line -> line(lines.get(line), cells, line == 0 ? "" : BETWEEN).stream())
                .toList();
    }

    private List<String> line(List<Integer> line, List<String> cells, String indent) {
        String before = indent
                + line.subList(0, line.size() - 1).stream()
                        .map(cell -> cells.get(cell) + BETWEEN)
                        .reduce("", String::concat);
        List<String> last = words(cells.get(line.get(line.size() - 1)).stripTrailing(), room - length(before));
        String below = " ".repeat(length(before));
        return IntStream.range(0, last.size())
                .mapToObj(part -> ((part == 0 ? before : below) + last.get(part)).stripTrailing())
                .filter(text -> indent.isEmpty() || !text.isEmpty())
                .toList();
    }

    /** Lines of whole words. */
    private static List<String> words(String text, int room) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (length(rest) > room) {
            int end = rest.lastIndexOf(' ', rest.offsetByCodePoints(0, Math.max(0, room)));
            end = end > 0 && !rest.substring(0, end).isBlank()
                    ? end
                    : rest.indexOf(' ', rest.length() - rest.stripLeading().length());
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** A text whose longer lines go on below themselves, behind the label that they begin with; 0 columns are endless. */
    static String of(String text, int columns) {
        return columns == 0
                ? text
                : text.lines().map(line -> line(line, columns)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line, int columns) {
        Matcher label = LABEL.matcher(line);
        String before = label.find() && label.end() <= columns / 2 ? label.group() : "";
        List<String> parts = words(line.substring(before.length()), columns - before.length());
        return before + String.join("\n" + " ".repeat(before.length()), parts);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
