package io.shelftally.publication.twins;

import io.shelftally.publication.export.ExportException;
import io.shelftally.publication.results.Dataset;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a spreadsheet, a further sheet whenever one is full.
 *
 * <ol>
 *   <li>Rows leave the memory as they come: texts stand in their cells, not in a shared table. They go to a draft, a part a sheet.
 *   <li>A sheet begins with its range and the widths of its columns, which are known once its last row is; so the
 *       {@linkplain XlsxFile file} is written when the draft is whole, from the draft's rows.
 * </ol>
 */
final class XlsxSink<R> implements TwinSink<R> {

    /** With the header; what spreadsheets take. */
    static final int ROWS_PER_SHEET = 1 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final Path draft;
    private final Dataset<R> dataset;
    private final int rowsPerSheet;
    private final ZipOutputStream rows;
    private final List<Sheet<R>> sheets = new ArrayList<>();
    private Sheet<R> sheet;
    private Optional<TwinFile> file = Optional.empty();

    XlsxSink(Dataset<R> dataset, Path path, Path draft) {
        this(dataset, path, draft, ROWS_PER_SHEET);
    }

    /** @param rowsPerSheet with the header */
    XlsxSink(Dataset<R> dataset, Path path, Path draft, int rowsPerSheet) {
        this.path = path;
        this.draft = draft;
        this.dataset = dataset;
        this.rowsPerSheet = rowsPerSheet;
        try {
            this.rows = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), BUFFER_BYTES));
            rows.setLevel(Deflater.BEST_SPEED);
            this.sheet = newSheet();
        } catch (IOException e) {
            throw ExportException.cannot("create", draft, e);
        }
    }

    private Sheet<R> newSheet() throws IOException {
        int number = sheets.size() + 1;
        Sheet<R> opened =
                new Sheet<>(number == 1 ? dataset.name() : dataset.name() + " " + number, dataset.columns(), rows);
        sheets.add(opened);
        rows.putNextEntry(new ZipEntry(opened.name()));
        opened.header();
        return opened;
    }

    @Override
    public void write(R row) {
        try {
            if (sheet.rows() == rowsPerSheet) {
                sheet = newSheet();
            }
            sheet.write(row);
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
            rows.close();
            file = Optional.of(XlsxFile.write(path, sheets, draft));
            Files.delete(draft);
        } catch (IOException e) {
            throw ExportException.cannot("write", path, e);
        }
    }

    @Override
    public TwinFile file() {
        return file.orElseThrow();
    }
}
