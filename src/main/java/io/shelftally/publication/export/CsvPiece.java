package io.shelftally.publication.export;

import io.shelftally.base.packing.Packing;
import io.shelftally.publication.results.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Makes pieces of a dataset's CSV file, which {@link CsvSink#lines} joins to the bytes that one sink would have written. */
public final class CsvPiece<R> {

    private final List<CsvCells<R>> cells;
    private final CsvLine line = new CsvLine();

    /** @param spreadsheetSafe whether text that a spreadsheet would run gets an apostrophe before it */
    public CsvPiece(Dataset<R> dataset, boolean spreadsheetSafe) {
        this.cells = CsvCells.of(dataset, new CellText(spreadsheetSafe));
    }

    /** The lines of rows, packed. */
    public byte[] of(List<R> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = Packing.packing(bytes)) {
            for (R row : rows) {
                CsvCells.write(cells, row, line);
                line.endTo(packing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
