package io.shelftally.intake.quarantine;

import io.shelftally.base.text.StoredText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decided about a row in quarantine.
 *
 * @param row as it stood there, as the database holds it; its column and subject are not kept
 * @param mended the row that takes its place, in the documented order of columns; null for one that is discarded
 * @param note null if none was given
 */
public record QuarantineDecision(
        QuarantineRow row,
        Kind kind,
        @Nullable String mended,
        @Nullable String note,
        Instant decidedAt) {

    /** What is to become of the row. */
    public enum Kind {
        MENDED,
        DISCARDED
    }

    public QuarantineDecision {
        if ((kind == Kind.MENDED) != (mended != null)) {
            throw new IllegalArgumentException("a row that is " + kind + " cannot have the mended text " + mended);
        }
    }

    /** Whether the row is still the one that was decided about, for whatever reason it is set aside now. */
    public boolean isOf(QuarantineRow other) {
        return row.isAt(other) && row.raw().equals(StoredText.of(other.raw()));
    }

    /** Whether nothing about the row has changed since. */
    public boolean settles(QuarantineRow other) {
        return isOf(other) && row.code() == other.code() && row.detail().equals(StoredText.of(other.detail()));
    }
}
