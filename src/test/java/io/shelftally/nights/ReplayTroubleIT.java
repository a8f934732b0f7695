package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bad days of a replay, after two nights with one open break. */
@Timeout(120)
class ReplayTroubleIT {

    private static final String FIRST = "2026-11-01";
    private static final String SECOND = "2026-11-02";
    private static final String A = "00013562302284";
    private static final String B = "00014100095071";

    @TempDir
    private Path home;

    private final Sandbox sandbox = new WorldText()
            .scan(1, "'report': {'ITEMS_SEEN': ['" + B + "']}")
            .scan(2, "'report': {'ITEMS_SEEN': ['" + B + "']}")
            .capture(Ids.id("one"), "'code': '" + A + "'")
            .capture(Ids.id("two"), "'code': '" + A + "'")
            .capture(Ids.id("fine"), "'code': '" + B + "'")
            .start();

    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void publishTwoNights() {
        desk = new Desk(home).facing(sandbox);
        night(FIRST, "1", "one");
        night(SECOND, "2", "two");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aStartThatWasNotFinishedIsTheReasonForOtherBytes() {
        String[] unknown = {"scan_id,store_id,section", "2,S1,dairy", "91,,", "92,,", "93,,"};
        assertThat(desk.scans(unknown).night(SECOND, "--wait", "0").code()).isEqualTo(69);

        InProcess.Ended ended = replay();

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.out())
                .containsPattern("scans.csv .* different\n")
                .contains("NOT the bytes that were published, by the same rules")
                .contains("run 3 of this night began after it was published and did not end well: finish it with"
                        + " jobs/nightly --date " + SECOND);
        night(SECOND, "2", "two");
        assertThat(replay().code()).isZero();
    }

    @Test
    void anEarlierDateThatWasRunAgainIsTheReasonForOtherBytes() {
        night(FIRST, "1", "fine");

        InProcess.Ended ended = replay();

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.out())
                .containsPattern("reconciled_items.csv .* same\n")
                .containsPattern("breaks.csv .* different\n")
                .contains(FIRST + " was run again after this night was published: breaks and late captures begin with"
                        + " what it left");
        night(SECOND, "2", "two");
        assertThat(replay().code()).isZero();
    }

    @Test
    void aNightWhoseAnswersWerePrunedIsToldOf() {
        desk.database().update("DELETE FROM evidence_body WHERE sha256 IN (SELECT report_sha256 FROM scan_item)");

        InProcess.Ended ended = replay();

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.err())
                .startsWith(
                        "shelftally: an answer that the night of " + SECOND + " was made from is not stored any more;"
                                + " was it pruned? Restore a backup to replay this night\nlooked for in the database ");
        assertThat(rowsBeingBuilt()).isZero();
    }

    @Test
    void besideARunItIsToTryLater() {
        desk.database().update("UPDATE run_lease SET held = TRUE, heartbeat_at = CURRENT_TIMESTAMP");

        InProcess.Ended ended = replay();

        assertThat(ended.code()).isEqualTo(75);
        assertThat(ended.err()).contains("another run for " + SECOND + " holds the lease");
    }

    @Test
    void whatAKilledOneLeavesInTheDatabaseGoesWithTheNextAndNothingIsPublished() throws Exception {
        List<String> rows = rows();
        List<String> files = files();
        String out = home.resolve("replayed").toString();
        try (ChildProcess killed = desk.java("-Dshelftally.failpoint=FILE_OPENED:2")
                .runElsewhere("replay", "--date", SECOND, "--out", out)) {
            assertThat(killed.exitCode()).as(killed.err()).isEqualTo(137);
        }
        assertThat(rowsBeingBuilt()).isOne();
        assertThat(files()).isEqualTo(files);

        InProcess.Ended again = replay("--out", out);
        InProcess.Ended elsewhere = replay("--out", out + "-again");

        assertThat(again.code()).isEqualTo(73);
        assertThat(again.err()).contains(out + " holds files already; choose an empty directory with --out");
        assertThat(elsewhere.code()).as(elsewhere.err()).isZero();
        assertThat(rows()).isEqualTo(rows);
        assertThat(desk.night("2026-11-03", "--wait", "0").code()).isZero();
    }

    @Test
    void aPlaceWhereNoFileCanBeKeptIsToldOf() {
        for (String out : List.of("/proc/none", "/dev/null", "/dev/full/below")) {
            InProcess.Ended ended = replay("--out", out);

            assertThat(ended.code()).isEqualTo(73);
            assertThat(ended.err())
                    .startsWith("shelftally: cannot create " + out)
                    .hasLineCount(1);
        }
        assertThat(rowsBeingBuilt()).isZero();
        assertThat(replay().code()).isZero();
    }

    private void night(String date, String scan, String capture) {
        InProcess.Ended ended = desk.scans("scan_id,store_id,section", scan + ",S1,dairy")
                .captures("capture_id,scan_id", Ids.id(capture) + "," + scan)
                .night(date, "--wait", "0");
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private InProcess.Ended replay(String... more) {
        return desk.run(Stream.concat(Stream.of("replay", "--date", SECOND), Stream.of(more))
                .toArray(String[]::new));
    }

    private int rowsBeingBuilt() {
        return desk.database()
                .queryForList("SELECT export_id FROM export_version WHERE state = 'BUILDING'")
                .size();
    }

    private List<String> rows() {
        return TestDatabase.rows(TestDatabase.url(home)).stream()
                .filter(row -> !row.toLowerCase(Locale.ROOT).contains("run_lease"))
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(desk.out())) {
            return paths.map(Path::toString).sorted().toList();
        }
    }
}
