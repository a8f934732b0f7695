package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.torture.FirstRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that was made by the first release, and one that was restored from a backup (docs/operations.md). */
class KeptDatabaseIT {

    private static final String FIRST = "2026-11-01";
    private static final String NEXT = "2026-11-02";
    private static final String CONFIRMED = "'code': '00013562302284'";
    private static final String MISSED = "00072080274329";

    @TempDir
    private Path home;

    @Test
    void aDatabaseOfTheFirstReleaseKeepsWhatItShowsAndRunsTheNextNight() throws Exception {
        restoreFirstRelease();

        try (Sandbox sandbox = world().start()) {
            assertThat(desk(sandbox).night(NEXT, "--wait", "2s").code()).isZero();
        }

        assertThat(rows("SELECT capture_id, outcome FROM capture WHERE business_date = DATE '2026-11-01' ORDER BY 1"))
                .containsExactly(
                        "breakAxxxxxxxxxxxxxxxx RECONCILED",
                        "confirmedxxxxxxxxxxxxx RECONCILED",
                        "faiLedxxxxxxxxxxxxxxxx UNRESOLVED",
                        "waitsxxxxxxxxxxxxxxxxx WAITING_FOR_SCAN");
        assertThat(rows("SELECT gtin, verdict FROM reconciled_item WHERE business_date = DATE '2026-11-01' ORDER BY 1"))
                .containsExactly("00013562302284 CONFIRMED", MISSED + " CAPTURED_NOT_SEEN");
        assertThat(rows("SELECT code FROM quarantine WHERE business_date = DATE '2026-11-01'"))
                .containsExactly("PRODUCT_WITHOUT_IDENTIFIER");
        assertThat(rows("SELECT DISTINCT business_date, run_id FROM call_count ORDER BY 1"))
                .containsExactly(FIRST + " 0", NEXT + " 2");
        assertThat(rows("SELECT run_id, job_execution_id FROM run ORDER BY 1")).containsExactly("1 null", "2 2");
        assertThat(rows("SELECT name, counted FROM night_count WHERE business_date = DATE '2026-11-01'"
                        + " AND kind IN ('NIGHT', 'VERDICT', 'CAPTURE', 'SET_ASIDE', 'BREAKS') ORDER BY kind, name"))
                .as("the figures of a night before they were kept, counted from its rows")
                .containsExactly(
                        "OPEN 1",
                        "OPENED 1",
                        "RECONCILED 2",
                        "UNRESOLVED 1",
                        "WAITING_FOR_SCAN 1",
                        "VERSION 1",
                        "PRODUCT_WITHOUT_IDENTIFIER 1",
                        "CAPTURED_NOT_SEEN 1",
                        "CONFIRMED 1");
        Published night = desk().published(NEXT);
        assertThat(night.captures().get("waitsxxxxxxxxxxxxxxxxx")).containsEntry("outcome", "RECONCILED");
        assertThat(night.scans().get("2")).containsEntry("outcome", "REPORTED").containsEntry("nights_open", "2");
        assertThat(night.breaks().get("S1/dairy " + MISSED))
                .containsEntry("opened_on", FIRST)
                .containsEntry("nights", "2")
                .containsEntry("closed_on", "");
    }

    @Test
    void aCopyOfTheFileIsABackupFromWhichTheNightsGoOn() throws Exception {
        restoreFirstRelease();
        Path file = home.resolve("database.mv.db");
        Path backup = Files.copy(file, home.resolve("backup"));
        Files.writeString(file, "broken");
        try (Sandbox sandbox = world().start()) {
            assertThat(desk(sandbox).night(NEXT, "--wait", "2s").code()).isEqualTo(73);

            Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);

            assertThat(desk(sandbox).night(NEXT, "--wait", "2s").code()).isZero();
        }
        assertThat(desk().published(NEXT).breaks()).containsKey("S1/dairy " + MISSED);
    }

    private void restoreFirstRelease() {
        FirstRelease.restore(url());
    }

    /** The night after: the scan that was open is reported, and the break is still one. */
    private static WorldText world() {
        return new WorldText()
                .capture("confirmedxxxxxxxxxxxxx", CONFIRMED)
                .capture("waitsxxxxxxxxxxxxxxxxx", CONFIRMED)
                .capture("againxxxxxxxxxxxxxxxxx", "'code': '0072080274329'")
                .scan(2, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}")
                .scan(3, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}");
    }

    private Desk desk(Sandbox sandbox) {
        return desk().facing(sandbox)
                .captures("capture_id,scan_id,store_id", "againxxxxxxxxxxxxxxxxx,3,S1")
                .scans("scan_id,store_id,section", "3,S1,dairy");
    }

    private Desk desk() {
        return new Desk(home).set("spring.datasource.url", url());
    }

    private String url() {
        return "jdbc:h2:file:" + home.resolve("database");
    }

    private List<String> rows(String sql) throws IOException {
        return new JdbcTemplate(new DriverManagerDataSource(url()))
                .query(
                        sql,
                        (row, number) -> row.getMetaData().getColumnCount() == 1
                                ? row.getString(1)
                                : row.getString(1) + " " + row.getString(2));
    }
}
