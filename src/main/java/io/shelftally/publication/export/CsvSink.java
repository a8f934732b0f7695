package io.shelftally.publication.export;

import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a dataset row by row: RFC 4180, CRLF, a header, quotes only where they are needed. Rows come in the order of
 * the dataset's key. Trouble is an {@link ExportException}.
 */
public final class CsvSink<R> implements AutoCloseable {
    private final Dataset<R> dataset;
    private final List<Column<R>> columns;
    private final CellText text;
    private final HashedFile file;
    private final CSVWriter csv;
    private final String[] cells;
    private long rows;

    /** @param spreadsheetSafe whether text that a spreadsheet would run gets an apostrophe before it */
    public CsvSink(Dataset<R> dataset, Path directory, boolean spreadsheetSafe) {
        this(dataset, new HashedFile(directory.resolve(dataset.name() + ".csv")), spreadsheetSafe);
    }

    /** @param file a new one */
    public CsvSink(Dataset<R> dataset, HashedFile file, boolean spreadsheetSafe) {
        this.dataset = dataset;
        this.columns = dataset.columns();
        this.text = new CellText(spreadsheetSafe);
        this.file = file;
        this.csv = new CSVWriter(
                file,
                ICSVWriter.DEFAULT_SEPARATOR,
                ICSVWriter.DEFAULT_QUOTE_CHARACTER,
                ICSVWriter.DEFAULT_ESCAPE_CHARACTER,
                ICSVWriter.RFC4180_LINE_END);
        this.cells = new String[columns.size()];
        csv.writeNext(columns.stream().map(Column::name).toArray(String[]::new), false);
    }

    public void write(R row) {
        for (int at = 0; at < cells.length; at++) {
            Column<R> column = columns.get(at);
            cells[at] = text.of(column, column.value().apply(row));
        }
        csv.writeNext(cells, false);
        rows++;
    }

    /** Written so far. */
    public long rows() {
        return rows;
    }

    /** Forces the file to the disk. */
    @Override
    public void close() {
        file.close();
    }

    /** The file as written, once the sink is closed. */
    public CsvFile file() {
        if (file.sha256().isEmpty()) {
            throw new IllegalStateException("close " + dataset.name() + ".csv before it is described");
        }
        return new CsvFile(dataset, rows, file.bytes(), file.sha256());
    }
}
