package io.shelftally.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shelftally.night.run.NightDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SetAsideTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    private final NightDatabase db = new NightDatabase();
    private final SetAside setAside = new SetAside(db.client(), db.batches());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void rowsComeBackAsTheyWentIn() {
        QuarantineRow row = new QuarantineRow(
                "captures.csv", "12", "capture_id", null, QuarantineCode.BAD_CAPTURE_ID, "too short", "a,\"b\"\n");

        setAside.add(NIGHT, List.of(row));

        assertThat(setAside.of(NIGHT)).containsExactly(row);
        assertThat(setAside.of(NIGHT.plusDays(1))).isEmpty();
    }

    @Test
    void textThatNoDatabaseHoldsIsKeptAsItIsPublished() {
        setAside.add(
                NIGHT,
                List.of(new QuarantineRow(
                        "captures.csv",
                        "12",
                        null,
                        null,
                        QuarantineCode.BAD_CAPTURE_ID,
                        "nul \0",
                        "lone \uD800, nul \0")));

        assertThat(setAside.of(NIGHT))
                .extracting(QuarantineRow::detail, QuarantineRow::raw)
                .containsExactly(tuple("nul \uFFFD", "lone \uFFFD, nul \uFFFD"));
    }

    @Test
    void theFirstOfASourceAndAPositionStands() {
        setAside.add(NIGHT, List.of(row("scans.csv", "2", "first"), row("scans.csv", "2", "second")));
        setAside.add(NIGHT, List.of(row("scans.csv", "2", "third"), row("scans.csv", "3", "other")));
        setAside.add(NIGHT.plusDays(1), List.of(row("scans.csv", "2", "another night")));

        assertThat(setAside.of(NIGHT)).extracting(QuarantineRow::detail).containsExactlyInAnyOrder("first", "other");
        assertThat(setAside.of(NIGHT.plusDays(1))).hasSize(1);
    }

    @Test
    void aRestartForgetsWhatTheIntakeSetAsideAndKeepsWhatTheVendorsAnswersHeld() {
        setAside.add(
                NIGHT,
                List.of(row("captures.csv", "2", "a"), row("sql:scans", "4", "b"), row("pensa:7", "/data", "c")));
        setAside.add(NIGHT.plusDays(1), List.of(row("captures.csv", "2", "d")));

        setAside.forgetInputs(NIGHT);

        assertThat(setAside.of(NIGHT)).extracting(QuarantineRow::source).containsExactly("pensa:7");
        assertThat(setAside.of(NIGHT.plusDays(1))).hasSize(1);
    }

    @Test
    void rowsCanBeForgottenOneByOne() {
        setAside.add(NIGHT, List.of(row("scans.csv", "2", "a"), row("scans.csv", "3", "b")));

        setAside.forget(NIGHT, List.of(row("scans.csv", "2", "whatever")));

        assertThat(setAside.of(NIGHT)).extracting(QuarantineRow::position).containsExactly("3");
    }

    @Test
    void theColumnsOfAListAreThoseOfItsLatestReading() {
        setAside.header(NIGHT, "scans.csv", "scan_id");
        setAside.header(NIGHT, "scans.csv", "store_id,,scan_id");

        assertThat(setAside.header(NIGHT, "scans.csv")).contains("store_id,,scan_id");
        assertThat(setAside.header(NIGHT, "captures.csv")).isEmpty();
    }

    @Test
    void nothingToAddIsNoTrouble() {
        setAside.add(NIGHT, List.of());

        assertThat(setAside.of(NIGHT)).isEmpty();
    }

    @Test
    void aRowHasASourceAndAPosition() {
        assertThatThrownBy(() -> row("", "2", "")).hasMessageContaining("\"\", \"2\"");
        assertThatThrownBy(() -> row("scans.csv", "", "")).hasMessageContaining("\"scans.csv\", \"\"");
    }

    private static QuarantineRow row(String source, String position, String detail) {
        return new QuarantineRow(source, position, null, null, QuarantineCode.UNASKED_ANSWER, detail, "raw");
    }
}
