package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A night that died as its files were made, whose abandonment is killed too; the date is run again after all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class AbandonKillIT {

    private static final String DATE = "2026-11-02";
    private static final String CODE = "'code': '00013562302284'";

    @TempDir
    private static Path home;

    private final Sandbox sandbox = new WorldText()
            .capture(Ids.id("one"), CODE)
            .capture(Ids.id("wrong"), CODE)
            .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}")
            .scan(2, "'report': {'ITEMS_SEEN': ['00014100095071']}")
            .start();

    private Published fresh = new Published(Path.of("unset"));

    @BeforeAll
    void aFreshNight() {
        fresh = night(new Desk(home.resolve("fresh")));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE_VERSION:1, NIGHT_BEFORE_COMMIT:1, false",
        "BEFORE_VERSION:1, NIGHT_AFTER_COMMIT:1, true",
        "AFTER_VERSION:1, NIGHT_AFTER_COMMIT:1, false",
        "AFTER_VERSION:1, DIRECTORY_SYNCED:2, true",
        "AFTER_VERSION:1, ROWS_AFTER_COMMIT:1, true",
        "AFTER_VERSION:1, NIGHT_AFTER_COMMIT:2, true"
    })
    void theDateIsRunAsIfNothingHadBeen(String nightDies, String abandonmentDies, boolean isAbandonedAgain)
            throws Exception {
        Path place = home.resolve(nightDies + abandonmentDies + isAbandonedAgain);
        Desk wrong = new Desk(place)
                .facing(sandbox)
                .captures("capture_id,scan_id", Ids.id("wrong") + ",2")
                .scans("scan_id", "2");
        killed(wrong.java("-Dshelftally.failpoint=" + nightDies).nightElsewhere(DATE, "--wait", "60s"));

        killed(new Desk(place)
                .java("-Dshelftally.failpoint=" + abandonmentDies)
                .runElsewhere("abandon", DATE, "--apply"));
        if (isAbandonedAgain) {
            InProcess.Ended again = new Desk(place).run("abandon", DATE, "--apply");
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(place.resolve("out/.versions/" + DATE)).doesNotExist();
        }
        Published run = night(new Desk(place));

        assertThat(run.evidence()).isEqualTo(fresh.evidence());
        if (isAbandonedAgain) {
            assertThat(place.resolve("out/.versions/" + DATE + "/2")).doesNotExist();
            assertThat(Files.isDirectory(place.resolve("out/.versions/" + DATE + "/1")))
                    .isTrue();
        }
    }

    private static void killed(ChildProcess process) throws Exception {
        try (process) {
            assertThat(process.exitCode()).as(process.err()).isEqualTo(137);
        }
    }

    private Published night(Desk desk) {
        InProcess.Ended ended = desk.facing(sandbox)
                .captures("capture_id,scan_id", Ids.id("one") + ",1")
                .scans("scan_id", "1")
                .night(DATE, "--wait", "60s", "--quiet");
        assertThat(ended.code()).as(ended.err()).isZero();
        return desk.published(DATE);
    }
}
