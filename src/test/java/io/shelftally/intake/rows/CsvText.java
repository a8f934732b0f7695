package io.shelftally.intake.rows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CSV given as text in a test. */
final class CsvText {

    static final RowLimits LIMITS = new RowLimits(1000, 1000, 100_000);

    private CsvText() {}

    static List<RecordSplitter.Piece> pieces(String csv) {
        return pieces(csv, LIMITS.recordLength());
    }

    static List<RecordSplitter.Piece> pieces(String csv, int longest) {
        Utf8Text text = new Utf8Text(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        RecordSplitter splitter = new RecordSplitter(new FileTrouble("list.csv"), text, longest);
        List<RecordSplitter.Piece> pieces = new ArrayList<>();
        for (var piece = splitter.next(); piece.isPresent(); piece = splitter.next()) {
            pieces.add(piece.get());
        }
        return pieces;
    }

    static CsvRows rows(String csv) {
        return rows(csv.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    static CsvRows rows(byte[] csv, RowLimits limits) {
        return new CsvRows("list.csv", () -> new ByteArrayInputStream(csv), limits);
    }

    /** The rows of the columns {@code id} (required), {@code a} and {@code b}. */
    static List<TextRow> read(String csv) {
        List<TextRow> rows = new ArrayList<>();
        rows(csv).read(List.of("id", "a", "b"), rows::add);
        return rows;
    }
}
