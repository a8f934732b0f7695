package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails once a night is published is a warning, and is made up for by the next start. */
class AfterPublishingIT {

    private static final String DATE = "2026-11-02";

    private Desk desk;

    @BeforeEach
    void makeTheTables(@TempDir Path home) {
        desk = new Desk(home);
        desk.run("migrate");
    }

    @Test
    void rowsThatCannotBeDeletedStayForTheNextStart() {
        assertThat(night("1")).isZero();
        desk.database().execute("CREATE TABLE auditor (row_id BIGINT REFERENCES reconciled_item_row)");
        desk.database().execute("INSERT INTO auditor SELECT row_id FROM reconciled_item_row");

        int published = night("1", "2");
        desk.database().execute("DROP TABLE auditor");
        int again = night("1", "2");

        assertThat(List.of(published, again)).containsOnly(0);
        assertThat(version()).isEqualTo("2");
        assertThat(exitCodes()).containsExactly(0, 0, 0);
        assertThat(desk.database().queryForList("SELECT DISTINCT export_id FROM reconciled_block"))
                .hasSize(1);
        assertThat(desk.database().queryForList("SELECT row_id FROM reconciled_item_row"))
                .hasSize(1);
    }

    @Test
    void aRecordOfBatchThatCannotBeWrittenChangesNothing() {
        desk.database().execute("ALTER TABLE batch_job_execution ADD CONSTRAINT no_end CHECK (status <> 'COMPLETED')");

        int published = night("1");
        desk.database().execute("ALTER TABLE batch_job_execution DROP CONSTRAINT no_end");
        int again = night("1", "2");

        assertThat(List.of(published, again)).containsOnly(0);
        assertThat(version()).isEqualTo("2");
        assertThat(exitCodes()).containsExactly(0, 0);
    }

    @Test
    void aStepWhoseEndCouldNotBeWrittenDoesNotRunForEver() {
        desk.database()
                .execute("ALTER TABLE batch_step_execution ADD CONSTRAINT no_end"
                        + " CHECK (step_name <> 'reconcile' OR status IN ('STARTING', 'STARTED'))");

        int failed = night("1");
        desk.database().execute("ALTER TABLE batch_step_execution DROP CONSTRAINT no_end");
        int again = night("1");

        assertThat(failed).isNotZero();
        assertThat(again).isZero();
        assertThat(version()).isEqualTo("1");
    }

    @Test
    void aHistoryThatCannotBeWrittenChangesNothingHoweverOften() {
        desk.database().execute("ALTER TABLE run ADD CONSTRAINT no_end CHECK (exit_code <> 0)");

        List<Integer> codes = List.of(night("1"), night("1", "2"), night("1", "2", "3"));
        desk.database().execute("ALTER TABLE run DROP CONSTRAINT no_end");

        assertThat(codes).containsOnly(0);
        assertThat(night("1", "2")).isZero();
        assertThat(version()).isEqualTo("4");
    }

    private int night(String... scans) {
        desk.scans("scan_id\n" + String.join("\n", scans));
        WorldText world = new WorldText();
        for (String scan : List.of("1", "2", "3")) {
            world.scan(Long.parseLong(scan), "'report': {'ITEMS_SEEN': ['00013562302284']}");
        }
        try (Sandbox sandbox = world.start()) {
            return desk.facing(sandbox).night(DATE, "--wait", "1s").code();
        }
    }

    private String version() {
        try {
            return desk.out().resolve(DATE).toRealPath().getFileName().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Integer> exitCodes() {
        return desk.database().queryForList("SELECT exit_code FROM run ORDER BY run_id", Integer.class);
    }
}
