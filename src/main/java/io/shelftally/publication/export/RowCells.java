package io.shelftally.publication.export;

import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The cells of a row as its CSV file spells them, without the file. */
public final class RowCells<R> {

    private final List<Column<R>> columns;
    private final CellText text;

    /** @param spreadsheetSafe whether text that a spreadsheet would run gets an apostrophe before it */
    public RowCells(Dataset<R> dataset, boolean spreadsheetSafe) {
        this.columns = dataset.columns();
        this.text = new CellText(spreadsheetSafe);
    }

    /** In the order of the columns; an empty cell is the empty text. */
    public List<String> of(R row) {
        List<String> cells = new ArrayList<>(columns.size());
        columns.forEach(column ->
                cells.add(Objects.toString(text.of(column, column.value().apply(row)), "")));
        return cells;
    }
}
