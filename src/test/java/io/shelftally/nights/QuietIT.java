package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cron would mail: of a good run nothing, of any other what is wrong. */
class QuietIT {

    private static final String DATE = "2026-11-02";

    @TempDir
    private Path home;

    @Test
    void aQuietRunThatIsWellPrintsNothingAtAll() {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(sandbox);

            Captured<InProcess.Ended> night = Captured.of(() -> desk.night(DATE, "--wait", "5s", "--quiet"));
            Captured<InProcess.Ended> rerun = Captured.of(() -> desk.run("rerun", "--date", DATE, "--quiet"));

            assertThat(night.value().code()).as(night.value().err()).isZero();
            assertThat(night.value().out() + night.value().err() + night.err()).isEmpty();
            assertThat(rerun.value().code()).as(rerun.value().err()).isZero();
            assertThat(rerun.value().out() + rerun.value().err() + rerun.err()).isEmpty();
        }
    }

    @Test
    void aQuietRunStillWarns() {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(sandbox).scans("scan_id,colour", "1,red");

            Captured<InProcess.Ended> night = Captured.of(() -> desk.night(DATE, "--wait", "5s", "--quiet"));

            assertThat(night.value().code()).isZero();
            assertThat(night.err())
                    .matches("[0-9TZ:.-]+ WARN  [^ ]*scans[.]csv, line 1: these columns are not read: \"colour\"\\R");
        }
    }

    @Test
    void aQuietRunThatFailsSaysWhy() {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(sandbox).set("shelftally.closient.api-key", "wrong");

            InProcess.Ended ended = desk.night(DATE, "--wait", "5s", "--quiet");

            assertThat(ended.code()).isEqualTo(77);
            assertThat(ended.err()).startsWith("shelftally: Closient refused the API key (HTTP 401).");
        }
    }

    @Test
    void theLogOfARunNamesThingsAndNoClasses() {
        try (Sandbox sandbox = world().start()) {
            Captured<InProcess.Ended> night = Captured.of(() -> desk(sandbox).night(DATE, "--wait", "5s"));

            assertThat(night.err())
                    .containsPattern("Z INFO  the work list holds 1 captures and 1 scans; rows set aside: 0\\R")
                    .doesNotContain("WorkLists");
        }
    }

    private Desk desk(Sandbox sandbox) {
        return new Desk(home).facing(sandbox).scans("scan_id", "1").captures("capture_id,scan_id", Ids.id("c1") + ",1");
    }

    private static WorldText world() {
        return new WorldText()
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}")
                .capture(Ids.id("c1"), "'code': '00013562302284'");
    }
}
