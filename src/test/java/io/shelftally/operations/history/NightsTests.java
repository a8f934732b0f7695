package io.shelftally.operations.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.console.Style;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.publication.export.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NightsTests {

    private final NightDatabase db = new NightDatabase();
    private final Nights nights = new Nights(db.client());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aLineTellsTheFiguresOfTheVersionThatIsShown() {
        version(1, "2026-11-21", "SUPERSEDED", 1);
        version(2, "2026-11-21", "PUBLISHED", 2);
        version(3, "2026-11-22", "PUBLISHED", 1);
        version(4, "2026-11-23", "BUILDING", null);
        rows(1, 7, 50);
        rows(2, 7, 12);
        rows(2, 8, 1);
        openBreak(2, "00013562302284", null);
        openBreak(2, "00072080274329", "DATE '2026-11-21'");
        capture("2026-11-21", "one", true);
        capture("2026-11-21", "two", true);
        capture("2026-11-21", "three", false);
        capture("2026-11-23", "four", true);
        scan("2026-11-21", 7, true);
        scan("2026-11-22", 7, false);

        assertThat(nights.latest(20).text(Style.PLAIN)).isEqualTo("""
                date        version  rows  open breaks  carried captures  carried scans
                2026-11-22        1     0            0                 0              0
                2026-11-21        2    13            1                 2              1
                """);
    }

    @Test
    void theNewestComeFirst() {
        version(1, "2026-11-22", "PUBLISHED", 1);
        version(2, "2026-11-20", "PUBLISHED", 1);
        version(3, "2026-11-21", "PUBLISHED", 1);

        assertThat(((NightList) nights.latest(2)).nights())
                .extracting(night -> night.businessDate().toString())
                .containsExactly("2026-11-22", "2026-11-21");
    }

    @Test
    void noneIsToldAsNone() {
        assertThat(nights.latest(20).text(Style.PLAIN)).isEqualTo("no published nights\n");
        assertThat(Json.text(nights.latest(20).json())).contains("\"nights\" : [ ]");
    }

    @Test
    void jsonTellsEveryFigure() {
        version(1, "2026-11-21", "PUBLISHED", 3);

        assertThat(Json.text(nights.latest(20).json()))
                .contains("\"business_date\" : \"2026-11-21\"", "\"version\" : 3", "\"rows\" : 0")
                .contains("\"open_breaks\" : 0", "\"carried_captures\" : 0", "\"carried_scans\" : 0");
    }

    private void version(int export, String date, String state, @Nullable Integer version) {
        db.execute("INSERT INTO export_version (export_id, business_date, state, published_date, version, created_at)"
                + " VALUES (" + export + ", DATE '" + date + "', '" + state + "', "
                + (state.equals("PUBLISHED") ? "DATE '" + date + "'" : "NULL") + ", " + version
                + ", CURRENT_TIMESTAMP)");
    }

    private void rows(int export, long scan, int count) {
        db.execute("INSERT INTO reconciled_block VALUES (?, ?, 0, ?, ARRAY[1])", export, scan, count);
    }

    private void openBreak(int export, String gtin, @Nullable String closedOn) {
        db.execute(
                "INSERT INTO break_row (export_id, sort_key, place, gtin, opened_on, last_seen_on, closed_on, nights,"
                        + " first_verdict, latest_verdict) VALUES (?, ?, 'S1/dairy', ?, DATE '2026-11-20',"
                        + " DATE '2026-11-20', " + closedOn + ", 1, 'OOS_DISPUTED', 'OOS_DISPUTED')",
                export,
                gtin.getBytes(StandardCharsets.US_ASCII),
                gtin);
    }

    private void capture(String date, String id, boolean carried) {
        db.execute("INSERT INTO capture_item (business_date, capture_id, listed, first_night, nights_waited, phase,"
                + " retries, lost_retries, attempts, polls, asked, answered, asked_in_run, deferred, queue, due_at,"
                + " list_order, waits, carried) VALUES (DATE '" + date + "', '" + id + "', TRUE, DATE '" + date
                + "', 0, 'READ', 0, 0, 0, 0, TRUE, TRUE, TRUE, FALSE, 9, CURRENT_TIMESTAMP, 1, FALSE, " + carried
                + ")");
    }

    private void scan(String date, long id, boolean carried) {
        db.execute("INSERT INTO scan_item (business_date, scan_id, listed, reopened, first_night, nights_waited,"
                + " nights_asked, phase, attempts, polls, asked, present, missing, answered, asked_in_run, queue, due_at,"
                + " carried) VALUES (DATE '" + date + "', " + id + ", TRUE, FALSE, DATE '" + date
                + "', 0, 1, 'STATUS', 0, 0, TRUE, TRUE, FALSE, TRUE, TRUE, 9, CURRENT_TIMESTAMP, " + carried + ")");
    }
}
