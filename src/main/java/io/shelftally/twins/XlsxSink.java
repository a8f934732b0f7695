package io.shelftally.twins;

import io.shelftally.export.CellText;
import io.shelftally.export.ExportException;
import io.shelftally.results.Column;
import io.shelftally.results.Dataset;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a spreadsheet, a further sheet whenever one is full. Rows leave the memory as they come: texts stand in their cells,
 * not in a shared table. The library writes the time of day into the file, so its file is {@linkplain SteadyZip repacked}
 * without it.
 */
final class XlsxSink<R> implements TwinSink<R> {

    private static final int ROWS_IN_MEMORY = 500;
    private static final double COLUMN_WIDTH = 16;

    private final Path path;
    private final Path draft;
    private final String name;
    private final List<Column<R>> columns;
    private final CellText text;
    private final int rowsPerSheet;
    private final OutputStream out;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int nextRow;
    private Optional<TwinFile> file = Optional.empty();

    XlsxSink(Dataset<R> dataset, Path path, Path draft, CellText text) {
        this(dataset, path, draft, text, Worksheet.MAX_ROWS);
    }

    /** @param rowsPerSheet with the header */
    XlsxSink(Dataset<R> dataset, Path path, Path draft, CellText text, int rowsPerSheet) {
        this.path = path;
        this.draft = draft;
        this.name = dataset.name();
        this.columns = dataset.columns();
        this.text = text;
        this.rowsPerSheet = rowsPerSheet;
        try {
            this.out = new BufferedOutputStream(Files.newOutputStream(draft));
        } catch (IOException e) {
            throw ExportException.cannot("create", draft, e);
        }
        this.workbook = new Workbook(out, "ShelfTally", null);
        workbook.setCompressionLevel(Deflater.BEST_SPEED);
        this.sheet = newSheet();
    }

    /** The header is the first row, bold, and stays in view. */
    private Worksheet newSheet() {
        sheets++;
        Worksheet opened = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        opened.freezePane(0, 1);
        for (int at = 0; at < columns.size(); at++) {
            opened.width(at, COLUMN_WIDTH);
            opened.inlineString(0, at, columns.get(at).name());
            opened.style(0, at).bold().set();
        }
        nextRow = 1;
        return opened;
    }

    @Override
    public void write(R row) {
        try {
            if (nextRow == rowsPerSheet) {
                sheet.finish();
                sheet = newSheet();
            }
            for (int at = 0; at < columns.size(); at++) {
                SheetCell.write(
                        sheet,
                        nextRow,
                        at,
                        columns.get(at),
                        text,
                        columns.get(at).value().apply(row));
            }
            nextRow++;
            if (nextRow % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw ExportException.cannot("write", draft, e);
        }
    }

    @Override
    public void close() {
        if (file.isPresent()) {
            return;
        }
        try {
            finish();
            file = Optional.of(SteadyZip.repack(draft, path));
            Files.delete(draft);
        } catch (IOException e) {
            throw ExportException.cannot("write", path, e);
        }
    }

    private void finish() throws IOException {
        try (out) {
            workbook.close();
        }
    }

    @Override
    public TwinFile file() {
        return file.orElseThrow();
    }
}
