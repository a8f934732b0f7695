package io.shelftally.job.reruns;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineDecision;
import io.shelftally.intake.quarantine.QuarantineDecisions;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.run.HandClock;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.scans.ScanNights;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MendedRowsTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    private static final String A = "A".repeat(22);
    private static final String B = "B".repeat(22);
    private static final QuarantineRow CAPTURE = row("captures.csv", "3");
    private static final QuarantineRow SCAN = row("scans.csv", "4");
    private static final QuarantineRow PRODUCT = row("pensa:1", "/data/OOS");

    private final NightDatabase db = new NightDatabase();
    private final HandClock clock = new HandClock();
    private final CaptureNights captures = new CaptureNights(db.client(), db.batches());
    private final ScanNights scans = new ScanNights(db.client(), db.batches());
    private final SetAside setAside = new SetAside(db.client(), db.batches());
    private final QuarantineDecisions decisions = new QuarantineDecisions(db.client());
    private final MendedRows mended = new MendedRows(captures, scans, setAside, decisions, clock);

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void mendedRowsJoinTheNightAndLeaveTheQuarantine() {
        night();
        mend(CAPTURE, B + ",7,S1");
        mend(SCAN, "7,S1,dairy");

        assertThat(mended.take(NIGHT)).isEqualTo(2);

        assertThat(captures.listed(NIGHT))
                .containsExactly(new CaptureEntry(A, 1L, null), new CaptureEntry(B, 7L, "S1"));
        assertThat(scans.listed(NIGHT)).containsExactly(new ScanEntry(1, null, null), new ScanEntry(7, "S1", "dairy"));
        assertThat(setAside.of(NIGHT)).containsExactly(PRODUCT);
        assertThat(mended.take(NIGHT)).isZero();
    }

    @Test
    void withoutDecisionsNothingChanges() {
        night();

        assertThat(mended.take(NIGHT)).isZero();

        assertThat(captures.count(NIGHT)).isEqualTo(1);
        assertThat(setAside.of(NIGHT)).hasSize(3);
    }

    @Test
    void aMendedRowThatContradictsTheNightStaysAsAConflict() {
        night();
        mend(CAPTURE, A + ",2");

        assertThat(mended.take(NIGHT)).isZero();

        assertThat(captures.listed(NIGHT)).containsExactly(new CaptureEntry(A, 1L, null));
        assertThat(setAside.of(NIGHT))
                .filteredOn(row -> row.isAt(CAPTURE))
                .extracting(QuarantineRow::code)
                .containsExactly(QuarantineCode.CONFLICTING_ROWS);
    }

    private void night() {
        captures.take(NIGHT, List.of(new CaptureEntry(A, 1L, null)), clock.instant());
        scans.take(NIGHT, List.of(new ScanEntry(1, null, null)), clock.instant());
        setAside.add(NIGHT, List.of(CAPTURE, SCAN, PRODUCT));
    }

    private void mend(QuarantineRow row, String as) {
        decisions.decide(NIGHT, new QuarantineDecision(row, QuarantineDecision.Kind.MENDED, as, null, clock.instant()));
    }

    private static QuarantineRow row(String source, String position) {
        return new QuarantineRow(source, position, null, null, QuarantineCode.WRONG_FIELD_COUNT, "detail", "raw");
    }
}
