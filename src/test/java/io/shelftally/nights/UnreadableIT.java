package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What vendors write that cannot be read: it costs a cell or a pause, and is counted. */
class UnreadableIT {

    private static final String DATE = "2026-11-02";

    @Test
    void timesAndPausesThatCannotBeReadAreCounted(@TempDir Path home) {
        WorldText world = new WorldText()
                .capture(
                        Ids.id("oddTimes"),
                        "'code': '00013562302284', 'object': {'created': 'yesterday', 'processed_at': 1795342530}")
                .capture(
                        Ids.id("goodTimes"),
                        "'code': '00013562302284', 'object': {'created': '2026-11-21 16:20:05.310200+0200'},"
                                + "'readSteps': [{'status': 503, 'retryAfter': 'soon'}]")
                .scan(
                        1,
                        "'item': {'created': '2026-02-30T00:00:00', 'scan_timestamp': null},"
                                + "'report': {'ITEMS_SEEN': ['00013562302284']},"
                                + "'reportSteps': [{'status': 429, 'retryAfter': '-5'}]");
        try (Sandbox sandbox = world.start()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .scans("scan_id", "1")
                    .captures("capture_id,scan_id", Ids.id("oddTimes") + ",1", Ids.id("goodTimes") + ",1");

            assertThat(desk.night(DATE, "--wait", "10s").code()).isZero();

            Published published = desk.published(DATE);
            JsonNode unreadable =
                    JsonMapper.shared().readTree(published.text("summary.json")).path("unreadable");
            assertThat(unreadable.path("times").asInt()).isEqualTo(3);
            assertThat(unreadable.path("retry_after").asInt()).isEqualTo(2);
            assertThat(published.captures().get(Ids.id("oddTimes")))
                    .containsEntry("created", "")
                    .containsEntry("processed_at", "");
            assertThat(published.captures().get(Ids.id("goodTimes")))
                    .containsEntry("created", "2026-11-21T14:20:05.3102Z");
            assertThat(published.scans().get("1"))
                    .containsEntry("outcome", "REPORTED")
                    .containsEntry("created", "");
        }
    }
}
