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

    private final Optional<Function<R, ?>> part;
    private final List<Column<R>> columns = new ArrayList<>();
    private final CellText text;
    private final Map<Object, byte[]> known = new HashMap<>();
    private final CsvLine fresh = new CsvLine();
    private @Nullable Object latest;
    private byte[] latestCells = new byte[0];

    private CsvCells(Optional<Function<R, ?>> part, CellText text) {
        this.part = part;
        this.text = text;
    }

    /** Of all columns, in their order. */
    static <R> List<CsvCells<R>> of(Dataset<R> dataset, CellText text) {
        List<CsvCells<R>> all = new ArrayList<>();
        for (Column<R> column : dataset.columns()) {
            if (all.isEmpty() || !all.get(all.size() - 1).part.equals(column.part())) {
                all.add(new CsvCells<>(column.part(), text));
            }
            all.get(all.size() - 1).columns.add(column);
        }
        return all;
    }

    void write(R row, CsvLine line) {
        if (part.isEmpty()) {
            writeAnew(row, line);
        } else {
            line.cells(cells(row, part.get().apply(row)));
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
        for (Column<R> column : columns) {
            line.cell(text.of(column, column.value().apply(row)));
        }
    }
}
