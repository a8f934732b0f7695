package io.shelftally.publication.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shelftally.base.text.StoredText;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.BreakKey;
import io.shelftally.publication.results.CaptureRow;

/**
 * The published order of the rows as bytes, because a database compares text by its collation (PostgreSQL) or by UTF-16
 * units (H2), but bytes everywhere alike: UTF-8 has the order of code points. Stored text has no U+0000, so that one
 * can part the columns of a key and yet let the shorter text come first.
 */
final class SortKeys {

    private static final int DIGITS_OF_A_LONG = 19;

    private SortKeys() {}

    static byte[] of(CaptureRow row) {
        return bytes(row.captureId());
    }

    static byte[] of(Break row) {
        return bytes(row.place(), row.gtin().digits(), row.openedOn().toString());
    }

    /** Not behind any break of the key. */
    static byte[] first(BreakKey key) {
        return bytes(key.place(), key.gtin().digits(), "");
    }

    /** Behind every break of the key, and not behind those of the next. */
    static byte[] behind(BreakKey key) {
        return bytes(key.place(), key.gtin().digits(), "~");
    }

    /** Not behind any break of the place. */
    static byte[] first(String place) {
        return bytes(place, "");
    }

    /** Behind every break of the place, and not behind those of the next. */
    static byte[] behind(String place) {
        return bytes(place, "~");
    }

    /** A line or row number sorts as a number, any other position as text. */
    static byte[] of(QuarantineRow row) {
        return bytes(row.source(), padded(row.position()));
    }

    private static String padded(String position) {
        boolean number = position.chars().allMatch(unit -> unit >= '0' && unit <= '9');
        return number ? "0".repeat(Math.max(0, DIGITS_OF_A_LONG - position.length())) + position : position;
    }

    private static byte[] bytes(String... parts) {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = StoredText.of(parts[i]);
        }
        return String.join("\0", parts).getBytes(UTF_8);
    }
}
