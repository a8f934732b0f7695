package io.shelftally.night.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.run.NightDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NearItemsTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    private final NightDatabase db = new NightDatabase();
    private final NearItems near = new NearItems(db.client());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void theScansBesideAnIdAreItsNearest() {
        assertThat(near.scan(5)).isEqualTo("no night has a scan");
        scan(3);
        scan(9);

        assertThat(near.scan(5)).isEqualTo("the nearest are 3 and 9");
        assertThat(near.scan(10)).isEqualTo("the nearest is 9");
    }

    @Test
    void anItemOfANightThatIsNotPublishedIsThere() {
        scan(3);
        capture("sidKfGZxFsgTJk58WrQXDD");

        assertThat(near.scan(3)).isEqualTo("that of 2026-11-22, which is not published, has taken it on");
        assertThat(near.capture("sidKfGZxFsgTJk58WrQXDD"))
                .isEqualTo("that of 2026-11-22, which is not published, has taken it on");
    }

    @Test
    void aCaptureIsNearByAFewLettersOrByCapitals() {
        capture("sidKfGZxFsgTJk58WrQXDD");
        capture("sidKfGZxFsgTJk58WrQXDE");
        capture("otherxxxxxxxxxxxxxxxxx");

        assertThat(near.capture("sidKfGZxFsgTJk58WrQXDE0"))
                .isEqualTo("near it is sidKfGZxFsgTJk58WrQXDE, sidKfGZxFsgTJk58WrQXDD");
        assertThat(near.capture("SIDkFgzXfSGtjK58wRqxdd")).isEqualTo("near it is sidKfGZxFsgTJk58WrQXDD");
        assertThat(near.capture("sid%")).isEqualTo("no id is near it");
        assertThat(near.capture("")).isEqualTo("no id is near it");
    }

    private void scan(long id) {
        db.execute(
                "INSERT INTO scan_item (business_date, scan_id, listed, reopened, first_night, nights_waited, nights_asked,"
                        + " phase, attempts, polls, asked, present, missing, answered, asked_in_run, queue, due_at, carried)"
                        + " VALUES (?, ?, TRUE, FALSE, ?, 0, 1, 'STATUS', 0, 0, TRUE, TRUE, FALSE, TRUE, TRUE, 9,"
                        + " CURRENT_TIMESTAMP, FALSE)",
                NIGHT,
                id,
                NIGHT);
    }

    private void capture(String id) {
        db.execute(
                "INSERT INTO capture_item (business_date, capture_id, listed, first_night, nights_waited, phase, retries,"
                        + " lost_retries, attempts, polls, asked, answered, asked_in_run, deferred, queue, due_at, list_order,"
                        + " waits, carried) VALUES (?, ?, TRUE, ?, 0, 'DONE', 0, 0, 0, 0, TRUE, TRUE, FALSE,"
                        + " FALSE, 9, CURRENT_TIMESTAMP, 0, FALSE, FALSE)",
                NIGHT,
                id,
                NIGHT);
    }
}
