package io.shelftally.publication.export;

import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns beside each other that follow from the same part of a row, or from the row as a whole. */
final class CsvCells<R> {

    /** The parts whose cells are kept: more products than a store sells, and about 5 MB. With one more it begins anew. */
    private static final int MOST = 12_000;

    private static final int LONGEST = 4096;

    private final Optional<Function<R, ? extends @Nullable Object>> part;
    private final List<Column<R>> columns;
    private final int depth;
    private final CellText text;
    private final Map<Object, byte[]> known = new HashMap<>();
    private final CsvLine fresh = new CsvLine();
    private List<CsvCells<R>> smaller = List.of();
    private @Nullable Object latest;
    private byte[] latestCells = new byte[0];

    private CsvCells(List<Column<R>> columns, int depth, CellText text) {
        this.columns = columns;
        this.part = part(columns.get(0), depth);
        this.depth = depth;
        this.text = text;
    }

    /** Of all columns, in their order. */
    static <R> List<CsvCells<R>> of(Dataset<R> dataset, CellText text) {
        return of(dataset.columns(), 0, text);
    }

    /** Fills the line with all cells of the row. */
    static <R> void write(List<CsvCells<R>> cells, R row, CsvLine line) {
        line.clear();
        for (CsvCells<R> some : cells) {
            some.write(row, line);
        }
    }

    /** @param depth the larger parts that are left out */
    private static <R> List<CsvCells<R>> of(List<Column<R>> columns, int depth, CellText text) {
        List<CsvCells<R>> all = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= columns.size(); to++) {
            if (to == columns.size() || !part(columns.get(to), depth).equals(part(columns.get(from), depth))) {
                all.add(new CsvCells<>(columns.subList(from, to), depth, text));
                from = to;
            }
        }
        all.stream().filter(cells -> cells.part.isPresent()).forEach(CsvCells::divide);
        return all;
    }

    private void divide() {
        smaller = of(columns, depth + 1, text);
    }

    private static <R> Optional<Function<R, ? extends @Nullable Object>> part(Column<R> column, int depth) {
        return depth < column.parts().size() ? Optional.of(column.parts().get(depth)) : Optional.empty();
    }

    private void write(R row, CsvLine line) {
        Object of = part.isPresent() ? part.get().apply(row) : null;
        if (of == null) {
            writeAnew(row, line);
        } else {
            line.cells(cells(row, of));
        }
    }

    private byte[] cells(R row, Object of) {
        if (of != latest) {
            byte[] cells = known.get(of);
            latestCells = cells == null ? keep(row, of) : cells;
            latest = of;
        }
        return latestCells;
    }

    private byte[] keep(R row, Object of) {
        fresh.clear();
        writeAnew(row, fresh);
        if (known.size() == MOST) {
            known.clear();
        }
        byte[] cells = fresh.toCells();
        if (cells.length <= LONGEST) {
            known.put(of, cells);
        }
        return cells;
    }

    private void writeAnew(R row, CsvLine line) {
        if (part.isPresent()) {
            smaller.forEach(some -> some.write(row, line));
            return;
        }
        for (Column<R> column : columns) {
            line.cell(text.of(column, column.value().apply(row)));
        }
    }
}
