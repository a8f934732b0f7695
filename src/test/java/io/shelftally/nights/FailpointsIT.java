package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The failpoints are what the page about them says, and a night meets them all. */
class FailpointsIT {

    private static final Path PAGE = Path.of("docs", "reliability.md");
    private static final int SCANS = 150;
    private static final String[] NAMES =
            Stream.of(Failpoint.values()).map(Failpoint::name).toArray(String[]::new);

    @Test
    void everyFailpointIsReachedByANight(@TempDir Path home) throws Exception {
        Path counts = home.resolve("counts");
        try (Sandbox sandbox = world().start();
                ChildProcess night =
                        desk(home, sandbox, "count:" + counts).nightElsewhere("2026-11-02", "--wait", "60s")) {
            assertThat(night.exitCode()).as(night.err()).isZero();
        }

        assertThat(Files.readAllLines(counts))
                .map(line -> line.split(" ", 2)[0])
                .containsExactly(NAMES);
    }

    @Test
    void aFailpointEndsTheProcessWhereItIsReachedForTheNthTime(@TempDir Path home) throws Exception {
        try (Sandbox sandbox = world().start();
                ChildProcess night =
                        desk(home, sandbox, "STEP_STARTS:2").nightElsewhere("2026-11-02", "--wait", "60s")) {
            assertThat(night.exitCode()).isEqualTo(137);
            assertThat(night.err()).contains("takeWorkList took").doesNotContain("collect took");
        }
    }

    @Test
    void thePageHasARowForEachFailpoint() throws Exception {
        assertThat(Documents.rows(Documents.section(PAGE, "Failpoints")).stream()
                        .map(cells -> cells.get(0))
                        .filter(name -> name.matches("[A-Z_]+") && !name.equals("NAME")))
                .as("%s, table of \"Failpoints\", in the order of the enum", PAGE)
                .containsExactly(NAMES);
    }

    private static Desk desk(Path home, Sandbox sandbox, String failpoint) {
        return new Desk(home)
                .facing(sandbox)
                .set("shelftally.failpoint", failpoint)
                .set("shelftally.pensa.hedge-share", "0.2")
                .scans(Stream.concat(Stream.of("scan_id"), scanIds().mapToObj(String::valueOf))
                        .toArray(String[]::new))
                .captures("capture_id,scan_id", Ids.id("one") + ",1");
    }

    /** The last scans are late at their first report, which is then asked for a second time. */
    private static WorldText world() {
        WorldText world = new WorldText();
        scanIds()
                .forEach(id -> world.scan(
                        id,
                        "'progression': ['COMPLETE'], 'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}",
                        "'reportSteps': [{'delayMs': " + (id > SCANS - 5 ? 1500 : 5) + "}]"));
        return world.capture(
                Ids.id("one"), "'code': '00013562302284'", "'progression': ['FAILED'], 'afterRetry': [['COMPLETED']]");
    }

    private static IntStream scanIds() {
        return IntStream.rangeClosed(1, SCANS);
    }
}
