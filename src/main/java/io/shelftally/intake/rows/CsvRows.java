package io.shelftally.intake.rows;

import com.opencsv.RFC4180Parser;
import io.shelftally.base.digest.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A CSV file (RFC 4180, UTF-8), read as a stream; {@link RecordSplitter} says how quotes and line ends are taken. Records of
 * empty cells alone, which spreadsheets leave around a table, are passed over as blank lines are.
 */
public final class CsvRows implements RowSource {

    /** Opens the bytes of the file. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    private final String name;
    private final FileTrouble trouble;
    private final Opening opening;
    private final RowLimits limits;
    private final RFC4180Parser parser = new RFC4180Parser();

    /** Reads a file, also a pipe, but not a directory; messages name it as it is given here. */
    public CsvRows(Path file, RowLimits limits) {
        this(Quoted.plain(file.toString()), () -> open(file), limits);
    }

    /** Reads a text that is at hand; messages name it as it is given here. */
    public static CsvRows of(String name, String text, RowLimits limits) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new CsvRows(name, () -> new ByteArrayInputStream(bytes), limits);
    }

    CsvRows(String name, Opening opening, RowLimits limits) {
        this.name = name;
        this.trouble = new FileTrouble(name);
        this.opening = opening;
        this.limits = limits;
    }

    @Override
    public String read(List<String> columns, Consumer<TextRow> rows) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(opening.open(), digest)) {
            readRecords(new RecordSplitter(trouble, new Utf8Text(in), limits.recordLength()), columns, rows);
        } catch (IOException e) {
            throw trouble.notOpened(e);
        }
        return Sha256.hex(digest);
    }

    private void readRecords(RecordSplitter records, List<String> columns, Consumer<TextRow> rows) throws IOException {
        Optional<RecordSplitter.Piece> first = filled(records);
        if (first.isEmpty()) {
            return;
        }
        Header header = Header.of(trouble.place(first.get().line()), fields(first.get()), columns);
        RowMeter meter = new RowMeter(name, limits);
        for (var piece = records.next(); piece.isPresent(); piece = records.next()) {
            TextRow row = row(piece.get(), header);
            if (!row.isEmpty()) {
                meter.count(row.raw());
                rows.accept(row);
            }
        }
    }

    /** The first record with a cell that is not empty. */
    private Optional<RecordSplitter.Piece> filled(RecordSplitter records) throws IOException {
        Optional<RecordSplitter.Piece> piece = records.next();
        while (piece.isPresent() && fields(piece.get()).stream().allMatch(WhiteSpace::isAll)) {
            piece = records.next();
        }
        return piece;
    }

    private TextRow row(RecordSplitter.Piece piece, Header header) throws IOException {
        return new TextRow(piece.line(), piece.raw(), header, fields(piece), piece.torn());
    }

    private List<String> fields(RecordSplitter.Piece piece) throws IOException {
        return List.of(parser.parseLine(piece.text()));
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileTrouble(Quoted.plain(file.toString())).directory();
        }
        return Files.newInputStream(file);
    }
}
