package io.shelftally.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table for people: a header, columns as wide as their longest cell, two spaces between them. On a terminal the last column
 * is cut where the line ends. Control characters of data are shown as {@code ?}, so that no cell can steer the terminal.
 */
public final class TextTable {

    private static final String BETWEEN = "  ";
    private static final int NARROWEST = 10;

    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();

    public TextTable(String... headers) {
        this.headers = List.of(headers);
    }

    /** Aligns the columns, counted from 0, to the right. */
    public TextTable numbers(int... columns) {
        Arrays.stream(columns).forEach(numbers::add);
        return this;
    }

    /** A null cell is empty. */
    public TextTable row(@Nullable Object... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headers.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(TextTable::cell).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public String text(Style style) {
        List<Integer> widths =
                IntStream.range(0, headers.size()).mapToObj(this::width).toList();
        int last = headers.size() - 1;
        int before = widths.subList(0, last).stream()
                .mapToInt(width -> width + BETWEEN.length())
                .sum();
        int room = style.columns() == 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, style.columns() - before);
        StringBuilder text = new StringBuilder(style.strong(line(headers, widths, room))).append('\n');
        rows.forEach(row -> text.append(line(row, widths, room)).append('\n'));
        return text.toString();
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(length(headers.get(column))),
                        rows.stream().mapToInt(row -> length(row.get(column))))
                .max()
                .orElse(0);
    }

    private String line(List<String> cells, List<Integer> widths, int room) {
        int last = cells.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(column -> column == last
                        ? cut(
                                numbers.contains(last)
                                        ? padded(cells.get(last), widths.get(last), true)
                                        : cells.get(last),
                                room)
                        : padded(cells.get(column), widths.get(column), numbers.contains(column)))
                .collect(Collectors.joining(BETWEEN))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean right) {
        String pad = " ".repeat(width - length(cell));
        return right ? pad + cell : cell + pad;
    }

    private static String cut(String cell, int room) {
        return length(cell) <= room ? cell : cell.substring(0, cell.offsetByCodePoints(0, room - 1)) + "…";
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String cell(@Nullable Object value) {
        return Objects.toString(value, "").replaceAll("\\p{Cc}", "?");
    }
}
