package io.shelftally.publication.export;

import io.shelftally.base.packing.Packing;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a dataset row by row: RFC 4180, CRLF, a header, quotes only where they are needed. Rows come in the order of
 * the dataset's key. Trouble is an {@link ExportException}.
 */
public final class CsvSink<R> implements AutoCloseable {
    private static final int PIECE_BYTES = 1 << 15;

    private final Dataset<R> dataset;
    private final List<CsvCells<R>> cells;
    private final CsvLine line = new CsvLine();
    private final HashedFile file;
    private long rows;

    /** @param spreadsheetSafe whether text that a spreadsheet would run gets an apostrophe before it */
    public CsvSink(Dataset<R> dataset, Path directory, boolean spreadsheetSafe) {
        this(dataset, new HashedFile(directory.resolve(dataset.name() + ".csv")), spreadsheetSafe);
    }

    /** @param file a new one */
    public CsvSink(Dataset<R> dataset, HashedFile file, boolean spreadsheetSafe) {
        this.dataset = dataset;
        this.cells = CsvCells.of(dataset, new CellText(spreadsheetSafe));
        this.file = file;
        for (Column<R> column : dataset.columns()) {
            line.cell(column.name());
        }
        line.endTo(file);
    }

    public void write(R row) {
        CsvCells.write(cells, row, line);
        line.endTo(file);
        rows++;
    }

    /**
     * Writes what {@link CsvPiece} made.
     *
     * @param count the rows of the piece
     */
    public void lines(byte[] packed, long count) {
        try (InputStream unpacked = Packing.unpacking(packed)) {
            byte[] some = new byte[PIECE_BYTES];
            for (int read = unpacked.read(some); read >= 0; read = unpacked.read(some)) {
                file.write(some, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows += count;
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
