package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same date run again, and nights that were not published. */
class RerunIT {

    private static final String A = "'code': '00013562302284'";
    private static final String DATE = "2026-11-02";

    @TempDir
    private Path home;

    @Test
    void aNightThatIsSettledIsRunAgainWithoutACallAndPublishesNothingNew() throws IOException {
        try (Sandbox sandbox = world("COMPLETED").start()) {
            Desk desk = desk().facing(sandbox);
            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();
            Path version = desk.out().resolve(DATE).toRealPath();
            int calls = sandbox.journal().entries().size();

            InProcess.Ended again = desk.night(DATE, "--wait", "60s");

            assertThat(again.code()).isZero();
            assertThat(again.out()).contains("nothing new");
            assertThat(sandbox.journal().entries()).hasSize(calls);
            assertThat(desk.out().resolve(DATE).toRealPath()).isEqualTo(version);
            assertThat(version.resolveSibling("2")).doesNotExist();
            assertThat(desk.out().resolve("latest").toRealPath()).isEqualTo(version);
        }
    }

    @Test
    void whatSettlesUntilTheSecondRunIsPublishedAsANewVersion() throws IOException {
        Desk desk = desk();
        run(desk, world("PENDING"));
        assertThat(outcome(desk, "open")).isEqualTo("IN_PROGRESS");
        Path first = desk.out().resolve(DATE).toRealPath();
        Map<String, String> evidence = new Published(first).evidence();

        run(desk, world("COMPLETED"));

        assertThat(outcome(desk, "open")).isEqualTo("RECONCILED");
        assertThat(desk.out().resolve(DATE).toRealPath()).isEqualTo(first.resolveSibling("2"));
        assertThat(new Published(first).evidence()).isEqualTo(evidence);
        assertThat(desk.published(DATE).items().get("1 00013562302284")).containsEntry("capture_count", "2");
    }

    @Test
    void aChangedWorkListChangesTheNight() {
        Desk desk = desk();
        run(desk, world("COMPLETED"));

        desk.captures("capture_id,scan_id,store_id", Ids.id("done") + ",1,S9", Ids.id("added") + ",1,")
                .scans("scan_id,section", "1,deli", "2,");
        run(desk, world("COMPLETED"));

        Published night = desk.published(DATE);
        assertThat(night.captures()).containsOnlyKeys(Ids.id("done"), Ids.id("added"));
        assertThat(night.captures().get(Ids.id("done"))).containsEntry("store_id", "S9");
        assertThat(night.items().get("1 00013562302284"))
                .containsEntry("capture_ids", Ids.id("added") + "|" + Ids.id("done"));
        assertThat(night.scans()).containsOnlyKeys("1", "2");
        assertThat(night.scans().get("1")).containsEntry("section", "deli");
    }

    @Test
    void anEmptyRunOfALaterDateLeavesTheEarlierOnePublished() throws IOException {
        Desk desk = desk();
        run(desk, world("COMPLETED"));
        desk.captures("capture_id").scans("scan_id");
        try (Sandbox sandbox = new WorldText().start()) {
            assertThat(desk.facing(sandbox).night("2026-11-05", "--allow-empty").code())
                    .isZero();
        }

        desk = desk();
        run(desk, world("COMPLETED"));

        assertThat(desk.published(DATE).captures()).hasSize(2);
        assertThat(desk.published("2026-11-05").captures()).isEmpty();
        assertThat(desk.out().resolve("latest").toRealPath())
                .isEqualTo(desk.out().resolve("2026-11-05").toRealPath());
    }

    @Test
    void aNightThatCouldNotBePublishedIsDoneByTheNextDate() {
        Desk desk = desk().set("shelftally.closient.base-url", "http://127.0.0.1:1")
                .set("shelftally.closient.api-key", "key")
                .set("shelftally.pensa.base-url", "http://127.0.0.1:1")
                .set("shelftally.pensa.access-token", "token")
                .set("shelftally.pensa.username", "user");
        assertThat(desk.night(DATE, "--wait", "100ms").code()).isEqualTo(69);
        assertThat(desk.published(DATE).exists()).isFalse();

        desk.captures("capture_id").scans("scan_id");
        try (Sandbox sandbox = world("COMPLETED").start()) {
            assertThat(desk.facing(sandbox)
                            .night("2026-11-03", "--wait", "60s", "--allow-empty")
                            .code())
                    .isZero();
        }

        assertThat(desk.published("2026-11-03").captures().values())
                .hasSize(2)
                .allMatch(row -> "RECONCILED".equals(row.get("outcome")));
        assertThat(desk.published("2026-11-03").scans().get("1")).containsEntry("outcome", "REPORTED");
    }

    @Test
    void aPublishedVersionThatWasDamagedIsPublishedAnew() throws IOException {
        Desk desk = desk();
        run(desk, world("COMPLETED"));
        Files.delete(desk.out().resolve(DATE).resolve("scans.csv"));

        run(desk, world("COMPLETED"));

        assertThat(desk.published(DATE).scans()).containsOnlyKeys("1");
    }

    @Test
    void theLastCapturesOfANightMayAllBeForbidden() {
        Desk desk = desk().captures("capture_id", Ids.id("done"), Ids.id("open"), Ids.id("added"));
        run(desk, slow(""));

        run(desk, slow("{'status': 403, 'times': 'forever'}"));

        assertThat(outcome(desk, "done")).isEqualTo("UNLINKED");
        assertThat(outcome(desk, "open")).isEqualTo("REJECTED");
        assertThat(outcome(desk, "added")).isEqualTo("REJECTED");
    }

    private static WorldText slow(String step) {
        return new WorldText()
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}")
                .capture(Ids.id("done"), A)
                .capture(Ids.id("open"), A + ", 'progression': ['PENDING'], 'readSteps': [" + step + "]")
                .capture(Ids.id("added"), A + ", 'progression': ['PENDING'], 'readSteps': [" + step + "]");
    }

    private static WorldText world(String open) {
        return new WorldText()
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}")
                .scan(2, "'report': {'ITEMS_SEEN': ['00013562302284']}")
                .capture(Ids.id("done"), A)
                .capture(Ids.id("added"), A)
                .capture(Ids.id("open"), A + ", 'progression': ['" + open + "']");
    }

    private Desk desk() {
        return new Desk(home)
                .scans("scan_id", "1")
                .captures("capture_id,scan_id", Ids.id("done") + ",1", Ids.id("open") + ",1");
    }

    private static void run(Desk desk, WorldText world) {
        try (Sandbox sandbox = world.start()) {
            assertThat(desk.facing(sandbox).night(DATE, "--wait", "300ms").code())
                    .isZero();
        }
    }

    private static String outcome(Desk desk, String name) {
        Map<String, String> capture = desk.published(DATE).captures().getOrDefault(Ids.id(name), Map.of());
        return capture.getOrDefault("outcome", "absent");
    }
}
