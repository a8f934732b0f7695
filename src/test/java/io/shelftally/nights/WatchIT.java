package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Page;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night that is not there, and one that is there and failed a rule. */
class WatchIT {

    private static final String DATE = "2026-11-02";

    @TempDir
    private Path home;

    @Test
    void aNightThatFailsARuleIsPublishedAndToldAsAFailure() throws Exception {
        try (Sandbox sandbox = new WorldText()
                        .scan(1, "'report': {'ITEMS_SEEN': ['00014100095071'], 'OOS': ['00013562302284']}")
                        .capture(Ids.id("c1"), "'code': '00013562302284'")
                        .start();
                Receiver pings = new Receiver()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .scans("scan_id", "1")
                    .captures("capture_id,scan_id", Ids.id("c1") + ",1")
                    .set("shelftally.alert.oos-disputed", "warn 0.1, fail 0.5")
                    .set("shelftally.alert.scans-answered", "warn 0.9")
                    .set("shelftally.notify.ping.url", pings.url("/check"));

            Captured<InProcess.Ended> night = Captured.of(() -> desk.night(DATE, "--wait", "1s", "--quiet"));
            InProcess.Ended watch = watch(desk, "--date", DATE);

            String words = "1 of 1 products reported out of stock were captured, more than 50 %";
            JsonNode alerts = JsonMapper.shared()
                    .readTree(desk.published(DATE).text("summary.json"))
                    .path("alerts");
            assertThat(night.value().code()).isZero();
            assertThat(night.err()).contains("WARN  rule oos-disputed (fail): " + words);
            assertThat(alerts.valueStream().map(alert -> alert.path("rule").stringValue("")))
                    .containsExactly("oos-disputed");
            assertThat(alerts.path(0).path("level").stringValue("")).isEqualTo("fail");
            assertThat(alerts.path(0).path("words").stringValue("")).isEqualTo(words);
            assertThat(Page.parse(desk.published(DATE).text("report.html")).text())
                    .contains("Rules that tripped", words);
            assertThat(pings.paths()).containsExactly("/check/start", "/check/fail");
            assertThat(watch.code()).isEqualTo(1);
            assertThat(watch.err())
                    .isEqualTo("shelftally: the night of " + DATE + " is published, and failed: rule oos-disputed: "
                            + words + "\n");
        }
    }

    @Test
    void aNightThatIsNotThereIsToldAndOneThatIsIsNot() {
        try (Sandbox sandbox = new WorldText()
                        .scan(1, "'report': {'ITEMS_SEEN': ['00014100095071']}")
                        .start();
                Receiver pings = new Receiver()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .scans("scan_id", "1")
                    .captures("capture_id")
                    .set("shelftally.zone", zoneWhereItIsNoon());
            desk.night(DATE, "--wait", "1s", "--allow-empty");
            desk.set("shelftally.notify.ping.url", pings.url("/check"));

            InProcess.Ended there = watch(desk, "--date", DATE);
            InProcess.Ended notDue = watch(desk, "--date", "2026-11-03", "--by", "23:59");
            List<String> before = List.copyOf(pings.paths());
            InProcess.Ended late = watch(desk, "--date", "2026-11-03", "--by", "00:01");
            InProcess.Ended nowhere = watch(desk, "--out", home.resolve("none").toString());

            assertThat(there.code()).as(there.err()).isZero();
            assertThat(there.out()).isEqualTo("the night of " + DATE + " is published\n");
            assertThat(notDue.code()).isZero();
            assertThat(notDue.out()).isEqualTo("the night of 2026-11-03 is not published, and not due before 23:59\n");
            assertThat(before).isEmpty();
            assertThat(late.code()).isEqualTo(1);
            assertThat(late.err())
                    .isEqualTo("shelftally: no night of 2026-11-03 is published in " + desk.out()
                            + "; the newest there is " + DATE + ". What became of it: jobs/shelftally runs\n");
            assertThat(nowhere.code()).isEqualTo(1);
            assertThat(nowhere.err()).contains("; none is there.");
            assertThat(pings.paths()).containsExactly("/check/fail", "/check/fail");
            assertThat(pings.messages().get(0).body())
                    .startsWith("ShelfTally: the night of 2026-11-03 is missing\nno night of 2026-11-03 is published");
        }
    }

    @Test
    void whatIsNoTimeIsUsage() {
        InProcess.Ended ended = watch(new Desk(home), "--by", "6 pm");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("\"6 pm\" is not a time such as 06:30");
    }

    /** So that the test means the same at any time of the day. */
    private static String zoneWhereItIsNoon() {
        int hours = 12 - LocalTime.now(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(hours).getId();
    }

    private InProcess.Ended watch(Desk desk, String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "watch";
        all[1] = "--out";
        all[2] = desk.out().toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return List.of(more).contains("--out") ? desk.run(without(all)) : desk.run(all);
    }

    private static String[] without(String[] all) {
        return new String[] {all[0], all[3], all[4]};
    }
}
