package io.shelftally.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.run.NightDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KeptItemsTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    @Test
    void theCapturesThatNamedAScanInNoListStayWhileALaterOneWaitsForIt() {
        try (NightDatabase db = new NightDatabase()) {
            capture(db, "first", FIRST, 77);
            capture(db, "other", FIRST, 78);
            capture(db, "late", FIRST.plusDays(9), 77);

            db.execute("INSERT INTO published_night VALUES (?)", FIRST);
            db.execute("INSERT INTO published_night VALUES (?)", FIRST.plusDays(9));

            Kept kept = new KeptItems(
                            db.client(), new BreakScans(db.client(), new EvidenceStore(db.batches(), db.client())))
                    .of(FIRST.plusDays(5));

            assertThat(kept.captures()).containsExactlyInAnyOrder("first", "late");
        }
    }

    private static void capture(NightDatabase db, String id, LocalDate night, long linked) {
        db.execute(
                "INSERT INTO capture_item (business_date, capture_id, listed, first_night, nights_waited, phase, retries,"
                        + " lost_retries, attempts, polls, asked, answered, asked_in_run, deferred, queue, due_at, list_order,"
                        + " linked_scan_id, waits, carried) VALUES (?, ?, TRUE, ?, 0, 'DONE', 0, 0, 0, 0, TRUE, TRUE, FALSE,"
                        + " FALSE, 9, CURRENT_TIMESTAMP, 0, ?, FALSE, FALSE)",
                night,
                id,
                night,
                linked);
    }
}
