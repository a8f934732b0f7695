package io.shelftally.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shelftally.intake.quarantine.QuarantineDecision.Kind;
import io.shelftally.night.run.HandClock;
import io.shelftally.night.run.NightDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuarantineDecisionsTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    private static final QuarantineRow ROW =
            new QuarantineRow("scans.csv", "2", null, null, QuarantineCode.BAD_SCAN_ID, "it is \"x\"", "x,\"S,1\"");

    private final NightDatabase db = new NightDatabase();
    private final QuarantineDecisions decisions = new QuarantineDecisions(db.client());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theLatestDecisionAboutARowStands() {
        QuarantineDecision mended = new QuarantineDecision(ROW, Kind.MENDED, "5,\"S,1\",", null, HandClock.START);
        decisions.decide(NIGHT, new QuarantineDecision(ROW, Kind.DISCARDED, null, "no shelf", HandClock.START));
        decisions.decide(NIGHT, mended);

        assertThat(decisions.of(NIGHT)).containsExactly(mended);
        assertThat(decisions.of(NIGHT.plusDays(1))).isEmpty();
    }

    @Test
    void aDecisionIsOfTheRowWithTheSameTextAloneAndSettlesTheSameFault() {
        QuarantineDecision mended = new QuarantineDecision(ROW, Kind.MENDED, "5", null, HandClock.START);
        QuarantineRow conflict =
                new QuarantineRow("scans.csv", "2", null, null, QuarantineCode.CONFLICTING_ROWS, "two", ROW.raw());
        QuarantineRow changed =
                new QuarantineRow("scans.csv", "2", null, null, ROW.code(), ROW.detail(), "another text");

        assertThat(mended.settles(ROW)).isTrue();
        assertThat(mended.isOf(conflict)).isTrue();
        assertThat(mended.settles(conflict)).isFalse();
        assertThat(mended.isOf(changed)).isFalse();
    }

    @Test
    void whatIsMendedHasATextAndWhatIsDiscardedHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuarantineDecision(ROW, Kind.MENDED, null, null, HandClock.START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuarantineDecision(ROW, Kind.DISCARDED, "5", null, HandClock.START));
    }
}
