package io.shelftally.rows;

import com.opencsv.RFC4180Parser;
import io.shelftally.digest.Sha256;
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

/** A CSV file (RFC 4180, UTF-8), read as a stream; {@link RecordSplitter} says how quotes and line ends are taken. */
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
        Optional<RecordSplitter.Piece> piece = records.next();
        if (piece.isEmpty()) {
            return;
        }
        Header header = Header.of(trouble.place(piece.get().line()), fields(piece.get()), columns);
        RowMeter meter = new RowMeter(name, limits);
        for (piece = records.next(); piece.isPresent(); piece = records.next()) {
            meter.count(piece.get().raw());
            rows.accept(row(piece.get(), header));
        }
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
