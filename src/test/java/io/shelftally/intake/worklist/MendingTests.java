package io.shelftally.intake.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineDecision;
import io.shelftally.intake.quarantine.QuarantineRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MendingTests {

    private static final String A = "A".repeat(22);
    private static final String B = "B".repeat(22);
    private static final QuarantineRow BAD = row("captures.csv", "3", "bad,7");

    @Test
    void aMendedRowComesBehindTheOthersAndLeavesTheQuarantine() {
        WorkList mended = Mending.apply(list(BAD), List.of(mended(BAD, B + ",7")));

        assertThat(mended.captures()).containsExactly(new CaptureEntry(A, 1L, null), new CaptureEntry(B, 7L, null));
        assertThat(mended.quarantine()).isEmpty();
    }

    @Test
    void aMendedScanTakesPartToo() {
        QuarantineRow scan = row("sql:scans", "1", "x");

        WorkList mended = Mending.apply(list(scan), List.of(mended(scan, "5,S1,dairy")));

        assertThat(mended.scans()).containsExactly(new ScanEntry(5, "S1", "dairy"));
    }

    @Test
    void aRowThatCameAnewIsJudgedByItself() {
        QuarantineRow changed = row("captures.csv", "3", "worse,7");

        WorkList mended = Mending.apply(list(changed), List.of(mended(BAD, B + ",7")));

        assertThat(mended.quarantine()).containsExactly(changed);
        assertThat(mended.captures()).hasSize(1);
    }

    @Test
    void aMendedRowThatContradictsAGoodOneStaysAsAConflict() {
        WorkList mended = Mending.apply(list(BAD), List.of(mended(BAD, A + ",2")));

        assertThat(mended.captures()).containsExactly(new CaptureEntry(A, 1L, null));
        assertThat(mended.quarantine()).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo(QuarantineCode.CONFLICTING_ROWS);
            assertThat(row.raw()).isEqualTo("bad,7");
            assertThat(row.detail())
                    .isEqualTo("mended as " + A + ",2,, and another row has this capture_id with different values");
        });
    }

    @Test
    void aMendedRowThatRepeatsAGoodOneIsTakenOnce() {
        WorkList mended = Mending.apply(list(BAD), List.of(mended(BAD, A + ",1")));

        assertThat(mended.captures()).hasSize(1);
        assertThat(mended.quarantine()).isEmpty();
    }

    @Test
    void ofTwoMendedRowsThatContradictEachOtherTheFirstIsTaken() {
        QuarantineRow other = row("captures.csv", "4", "bad,8");

        WorkList mended = Mending.apply(list(BAD, other), List.of(mended(other, B + ",8"), mended(BAD, B + ",7")));

        assertThat(mended.captures()).contains(new CaptureEntry(B, 7L, null));
        assertThat(mended.quarantine()).extracting(QuarantineRow::position).containsExactly("4");
    }

    @Test
    void aMendedRowThatIsBadByNowStaysAsItWas() {
        assertThat(Mending.apply(list(BAD), List.of(mended(BAD, "still bad"))).quarantine())
                .containsExactly(BAD);
    }

    @Test
    void aDiscardedRowStays() {
        QuarantineDecision discarded =
                new QuarantineDecision(BAD, QuarantineDecision.Kind.DISCARDED, null, "seen", Instant.EPOCH);

        assertThat(Mending.apply(list(BAD), List.of(discarded)).quarantine()).containsExactly(BAD);
    }

    private static WorkList list(QuarantineRow... quarantine) {
        return new WorkList(List.of(new CaptureEntry(A, 1L, null)), List.of(), List.of(quarantine), List.of());
    }

    private static QuarantineDecision mended(QuarantineRow row, String as) {
        return new QuarantineDecision(row, QuarantineDecision.Kind.MENDED, as, null, Instant.EPOCH);
    }

    private static QuarantineRow row(String source, String position, String raw) {
        return new QuarantineRow(source, position, "capture_id", null, QuarantineCode.BAD_CAPTURE_ID, "bad id", raw);
    }
}
