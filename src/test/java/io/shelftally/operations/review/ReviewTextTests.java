package io.shelftally.operations.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.console.Style;
import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineDecision;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.publication.export.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewTextTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    private static final QuarantineRow ROW = new QuarantineRow(
            "captures.csv",
            "29",
            "capture_id",
            null,
            QuarantineCode.BAD_CAPTURE_ID,
            "capture_id is \"x\"",
            "x,\u001b[2J1");
    private static final ReviewedRow OPEN = ReviewedRow.of(ROW, Optional.empty());
    private static final ReviewedRow DISCARDED = ReviewedRow.of(
            ROW,
            Optional.of(
                    new QuarantineDecision(ROW, QuarantineDecision.Kind.DISCARDED, null, "training", Instant.EPOCH)));

    @Test
    void theListIsATableWithItsTotal() {
        assertThat(new QuarantineList(NIGHT, List.of(OPEN), 2).text(Style.PLAIN))
                .isEqualTo("""
                source        position  code            decision  detail
                captures.csv  29        BAD_CAPTURE_ID  OPEN      capture_id is "x"

                1 row in quarantine on 2026-11-22; 2 more handled, see --all
                """);
        assertThat(new QuarantineList(NIGHT, List.of(), 0).text(Style.PLAIN))
                .isEqualTo("0 rows in quarantine on 2026-11-22\n");
    }

    @Test
    void aRowIsShownWholeWithItsRemedyAndNothingThatSteersATerminal() {
        assertThat(new QuarantineAccount(NIGHT, DISCARDED, Meaning.of(ROW.code())).text(Style.PLAIN))
                .isEqualTo(
                        String.format(Locale.ROOT, """
                captures.csv, 29 of 2026-11-22: BAD_CAPTURE_ID
                  detail    capture_id is "x"
                  means     %s
                  column    capture_id
                  decision  DISCARDED at 1970-01-01T00:00:00Z
                  note      training

                x,?[2J1
                """, Meaning.of(ROW.code()).replace("`", "")));
    }

    @Test
    void jsonHasTheTextAsItCame() {
        assertThat(Json.text(new QuarantineAccount(NIGHT, OPEN, "m").json()))
                .contains("\"raw\" : \"x,\\u001B[2J1\"", "\"decision\" : \"OPEN\"", "\"mended\" : null");
    }
}
