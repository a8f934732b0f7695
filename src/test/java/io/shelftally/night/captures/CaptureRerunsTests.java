package io.shelftally.night.captures;

import static io.shelftally.night.captures.CaptureNight.NIGHT;
import static io.shelftally.night.captures.CaptureNight.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.selection.Selection;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureRerunsTests {

    private static final String STATE = "phase, ending, retries, retries_before, selected";
    private static final Selection FAILED =
            new Selection(true, false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    private final CaptureNight night = new CaptureNight();
    private final CaptureReruns reruns = new CaptureReruns(night.db.client(), night.db.batches());

    @BeforeEach
    void takeANight() {
        night.take("settled", "failed", "open");
        set("settled", "phase = 'DONE', ending = 'SETTLED', retries = 1, outcome = 'RECONCILED'");
        set("failed", "phase = 'DONE', ending = 'UNRESOLVED', retries = 1, outcome = 'UNRESOLVED'");
        set("open", "phase = 'CONFLICT', retries = 1");
    }

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void whatIsSelectedAndNotSettledIsAskedAgainWithAllItsRetries() {
        begin(Selection.EVERYTHING);

        assertThat(night.rows(STATE))
                .containsExactly(
                        "settled DONE SETTLED 1 0 TRUE", "failed READ UNRESOLVED 0 1 TRUE", "open READ - 0 1 TRUE");
    }

    @Test
    void whatIsNotSelectedStaysAsItIs() {
        begin(FAILED);

        assertThat(night.rows(STATE))
                .containsExactly(
                        "settled DONE SETTLED 1 0 FALSE",
                        "failed READ UNRESOLVED 0 1 TRUE",
                        "open CONFLICT - 1 0 FALSE");
        assertThat(reruns.outcomes(NIGHT)).isEqualTo(Map.of(CaptureOutcome.UNRESOLVED, 1L));
    }

    @Test
    void whatWasNotAnsweredEndsAsItWas() {
        begin(FAILED);

        night.writes.run(() -> reruns.end(NIGHT));

        assertThat(night.rows(STATE))
                .containsExactly(
                        "settled DONE SETTLED 1 0 TRUE", "failed DONE UNRESOLVED 0 1 TRUE", "open CONFLICT - 1 0 TRUE");
        assertThat(night.nights.page(NIGHT, "", 9)).allMatch(capture -> capture.retries() == 1);
    }

    @Test
    void onlyWhatIsSelectedIsWoken() {
        set("open", "queue = 0");
        begin(FAILED);

        night.tables.items().wake(NIGHT, night.clock.instant());

        assertThat(night.rows("queue")).containsExactly("settled 9", "failed 2", "open 9");
        assertThat(night.tables.items().queue().count(NIGHT, false)).isEqualTo(1);
        assertThat(night.tables.items().queue().isOpen(NIGHT)).isTrue();
    }

    @Test
    void aNightWhoseItemsAllWaitForNothingIsNotOpen() {
        set("open", "queue = 9");

        assertThat(night.tables.items().queue().isOpen(NIGHT)).isFalse();
        set("open", "queue = 0");
        assertThat(night.tables.items().queue().isOpen(NIGHT)).isTrue();
        assertThat(night.tables.items().queue().isOpen(NIGHT.plusDays(1))).isFalse();
    }

    @Test
    void aCaptureThatALaterNightHasSettledIsTakenFromThere() {
        LocalDate next = NIGHT.plusDays(1);
        night.take(next, List.of(new CaptureEntry(id("failed"), null, null), new CaptureEntry(id("open"), null, null)));
        night.db.execute(
                "UPDATE capture_item SET phase = 'DONE', ending = 'SETTLED', answer_sha256 = 'late'"
                        + " WHERE business_date = ? AND capture_id = ?",
                next,
                id("open"));

        begin(Selection.EVERYTHING);

        assertThat(night.rows("phase, ending, answer_sha256"))
                .containsExactly("settled DONE SETTLED -", "failed READ UNRESOLVED -", "open DONE SETTLED late");
    }

    @Test
    void idsOfNoNightAreUnknown() {
        assertThat(reruns.unknown(NIGHT, NIGHT, Set.of(id("open"), id("other"))))
                .containsExactly(id("other"));
        assertThat(reruns.unknown(NIGHT.plusDays(1), NIGHT.plusDays(2), Set.of(id("open"))))
                .containsExactly(id("open"));
    }

    private void begin(Selection selection) {
        night.writes.run(() -> reruns.begin(NIGHT, selection, Set.of()));
    }

    private void set(String word, String values) {
        night.db.execute(
                "UPDATE capture_item SET " + values + " WHERE business_date = ? AND capture_id = ?", NIGHT, id(word));
    }
}
