package io.shelftally.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table for people: a header, columns as wide as their longest cell, two spaces between them. On a terminal that is too narrow
 * rows are folded ({@link Folds}). Control characters of data are shown as {@code ?}, so that no cell can steer the terminal.
 */
public final class TextTable {

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
        Folds folds = new Folds(widths, style.columns() == 0 ? Integer.MAX_VALUE : style.columns());
        StringBuilder text = new StringBuilder();
        folds.of(padded(headers, widths))
                .forEach(line -> text.append(style.strong(line)).append('\n'));
        rows.forEach(row ->
                folds.of(padded(row, widths)).forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(Folds.length(headers.get(column))),
                        rows.stream().mapToInt(row -> Folds.length(row.get(column))))
                .max()
                .orElse(0);
    }

    private List<String> padded(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), widths.get(column), numbers.contains(column)))
                .toList();
    }

    private static String padded(String cell, int width, boolean right) {
        String pad = " ".repeat(width - Folds.length(cell));
        return right ? pad + cell : cell + pad;
    }

    private static String cell(@Nullable Object value) {
        return Objects.toString(value, "").replaceAll("\\p{Cc}", "?");
    }
}
