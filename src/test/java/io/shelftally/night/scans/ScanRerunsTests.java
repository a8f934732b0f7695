package io.shelftally.night.scans;

import static io.shelftally.night.scans.ScanNight.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.selection.Selection;
import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.matching.reconciliation.ScanOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScanRerunsTests {

    private static final String STATE = "phase, ending, queue, selected";
    private static final Selection FAILED =
            new Selection(true, false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    private final ScanNight night = new ScanNight();
    private final ScanReruns reruns = new ScanReruns(night.db.client(), night.db.batches());

    @BeforeEach
    void takeANight() {
        night.take(1, 2, 3, 4, 5);
        set(1, "phase = 'DONE', ending = 'REPORTED', queue = 9, outcome = 'REPORTED'");
        set(2, "phase = 'DONE', ending = 'FAILED', queue = 9, outcome = 'FAILED'");
        set(3, "phase = 'DONE', ending = 'REJECTED', queue = 9, outcome = 'REPORT_REJECTED'");
        set(4, "missing = TRUE, queue = 9, outcome = 'UNKNOWN_SCAN'");
        set(5, "present = TRUE");
    }

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void whatEndedBadlyIsAskedAboutAgainFromTheCallThatFailedIt() {
        begin(FAILED);
        night.tables.items().wake(NIGHT, night.clock.instant());

        assertThat(night.rows(STATE))
                .containsExactly(
                        "1 DONE REPORTED 9 FALSE",
                        "2 STATUS FAILED 1 TRUE",
                        "3 REPORT REJECTED 0 TRUE",
                        "4 STATUS - 1 TRUE",
                        "5 STATUS - 9 FALSE");
        assertThat(reruns.outcomes(NIGHT))
                .isEqualTo(
                        Map.of(ScanOutcome.FAILED, 1L, ScanOutcome.REPORT_REJECTED, 1L, ScanOutcome.UNKNOWN_SCAN, 1L));
    }

    @Test
    void soManyIdsAreGivenAsAFileHolds() {
        Set<Long> ids = LongStream.rangeClosed(1, 70_000).boxed().collect(Collectors.toSet());

        assertThat(reruns.unknown(NIGHT, NIGHT, ids)).hasSize(69_995).doesNotContain(1L, 5L);
    }

    @Test
    void whatWasNotAnsweredEndsAsItWas() {
        begin(FAILED);

        night.writes.run(() -> reruns.end(NIGHT));

        assertThat(night.rows("phase, ending, selected"))
                .containsExactly(
                        "1 DONE REPORTED TRUE",
                        "2 DONE FAILED TRUE",
                        "3 DONE REJECTED TRUE",
                        "4 STATUS - TRUE",
                        "5 STATUS - TRUE");
    }

    @Test
    void aScanThatALaterNightHasReportedIsTakenFromThere() {
        LocalDate next = NIGHT.plusDays(1);
        night.take(next, List.of(new ScanEntry(2, null, null), new ScanEntry(5, null, null)));
        night.db.execute(
                "UPDATE scan_item SET phase = 'DONE', ending = 'REPORTED', status_sha256 = 's', report_sha256 = 'r'"
                        + " WHERE business_date = ? AND scan_id = 5",
                next);

        begin(Selection.EVERYTHING);

        assertThat(night.rows("phase, ending, status_sha256, report_sha256"))
                .contains("2 STATUS FAILED - -", "5 DONE REPORTED s r");
    }

    @Test
    void idsOfNoNightAreUnknown() {
        assertThat(reruns.unknown(NIGHT, NIGHT, Set.of(1L, 6L))).containsExactly(6L);
    }

    private void begin(Selection selection) {
        night.writes.run(() -> reruns.begin(NIGHT, selection, Set.of()));
    }

    private void set(long scanId, String values) {
        night.db.execute("UPDATE scan_item SET " + values + " WHERE business_date = ? AND scan_id = ?", NIGHT, scanId);
    }
}
