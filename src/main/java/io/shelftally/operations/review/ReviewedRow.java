package io.shelftally.operations.review;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineDecision;
import io.shelftally.intake.quarantine.QuarantineRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row in quarantine and what was decided about it.
 *
 * @param decision OPEN, MENDED or DISCARDED
 * @param mended the row that takes its place; null without one
 */
record ReviewedRow(
        String source,
        String position,
        @Nullable String column,
        @Nullable String subjectId,
        QuarantineCode code,
        String detail,
        String raw,
        String decision,
        @Nullable String mended,
        @Nullable String note,
        @Nullable Instant decidedAt) {

    static final String OPEN = "OPEN";

    /** As quarantine.csv has them: lines as numbers, JSON pointers as text. */
    static final Comparator<ReviewedRow> PLACES = Comparator.comparing(ReviewedRow::source)
            .thenComparing(row -> row.position.matches("[0-9]{1,18}") ? Long.parseLong(row.position) : Long.MAX_VALUE)
            .thenComparing(ReviewedRow::position);

    static ReviewedRow of(QuarantineRow row, Optional<QuarantineDecision> decision) {
        return new ReviewedRow(
                row.source(),
                row.position(),
                row.column(),
                row.subjectId(),
                row.code(),
                row.detail(),
                row.raw(),
                decision.map(made -> made.kind().name()).orElse(OPEN),
                decision.map(QuarantineDecision::mended).orElse(null),
                decision.map(QuarantineDecision::note).orElse(null),
                decision.map(QuarantineDecision::decidedAt).orElse(null));
    }

    boolean isOpen() {
        return decision.equals(OPEN);
    }

    QuarantineRow row() {
        return new QuarantineRow(source, position, column, subjectId, code, detail, raw);
    }
}
