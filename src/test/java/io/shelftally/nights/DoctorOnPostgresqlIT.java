package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.database.TestDatabase;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnPostgresql
class DoctorOnPostgresqlIT {

    @TempDir
    private Path home;

    @Test
    void theDatabaseIsLookedAtBeforeAndAfterItsFirstNight() {
        try (Sandbox sandbox =
                new WorldText().scan(1, "'report': {'ITEMS_SEEN': []}").start()) {
            Desk desk = new Desk(home).facing(sandbox).scans("scan_id", "1");

            InProcess.Ended before = desk.run("doctor");

            assertThat(before.code()).as(before.out()).isZero();
            assertThat(before.out()).contains("is up: PostgreSQL ", "there are none yet; the next run makes them");
            assertThat(desk.night("2026-11-02", "--allow-empty", "--quiet").code())
                    .isZero();

            InProcess.Ended after = desk.run("doctor");

            assertThat(after.code()).as(after.out()).isZero();
            assertThat(after.out())
                    .contains("they are at version ", "can be written", "none is at work", "2026-11-02, published")
                    .contains("of the published files, " + desk.out())
                    .endsWith("all well\n");
        }
    }

    @Test
    void aDatabaseThatItsServerDoesNotHaveIsABadSetting() {
        String url = TestDatabase.url(home).replaceFirst("/[a-z0-9_]+(\\?|$)", "/no_such_database$1");

        InProcess.Ended ended = new Desk(home).set("spring.datasource.url", url).run("doctor");

        assertThat(ended.out()).contains("/no_such_database is not there, or misnamed: ");
    }
}
