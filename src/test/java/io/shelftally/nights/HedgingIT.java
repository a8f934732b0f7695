package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nights whose late calls are made a second time: what is published and kept is what it is without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class HedgingIT {

    private static final String DATE = "2026-11-02";
    private static final String CODE = "'code': '00013562302284'";
    private static final int SCANS = 240;
    private static final int CAPTURES = 120;

    private Map<String, String> undisturbed = Map.of();
    private List<String> kept = List.of();

    @BeforeAll
    void runWithoutSecondCalls(@TempDir Path home) {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(home).set("shelftally.pensa.hedge-share", "0").facing(sandbox);

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            undisturbed = desk.published(DATE).evidence();
            kept = kept(desk);
            assertThat(hedged(desk)).isZero();
            assertThat(counted(desk, "pensa")).isEqualTo(called(sandbox, "/mobilesdkapi/"));
        }
    }

    @Test
    void secondCallsChangeNothingThatIsPublishedOrKept(@TempDir Path home) {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(home).facing(sandbox);

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            assertThat(desk.published(DATE).evidence()).isEqualTo(undisturbed);
            assertThat(kept(desk)).isEqualTo(kept).doesNotHaveDuplicates();
        }
    }

    @Test
    void theyAreCountedAsHedgedAndTheVendorsJournalHasEachOfThem(@TempDir Path home) {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(home).facing(sandbox);

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            long counted = counted(desk, "pensa");
            long hedged = hedged(desk);
            assertThat(hedged).isPositive();
            assertThat(called(sandbox, "/mobilesdkapi/"))
                    .as("of %d calls, %d hedged: one that is given up at once may never get there", counted, hedged)
                    .isBetween(counted - hedged + 1, counted);
        }
    }

    /** Every tenth read of a capture is as slow as the reports that are asked for twice. */
    @Test
    void nothingIsAskedOfClosientTwice(@TempDir Path home) {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(home).facing(sandbox);

            assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();

            assertThat(hedged(desk)).isPositive();
            assertThat(called(sandbox, "/scanner/api/")).isEqualTo(CAPTURES);
            assertThat(counted(desk, "closient")).isEqualTo(CAPTURES);
        }
    }

    /** One attempt a call: a failed second call that counted would leave its scan without a report. */
    @Test
    void aSecondCallThatFailsIsNoAttempt(@TempDir Path home) {
        try (Sandbox sandbox = world(", {'status': 500}").start()) {
            Desk desk = desk(home).set("shelftally.retry.attempts", "1").facing(sandbox);

            assertThat(desk.night(DATE, "--wait", "0s").code()).isZero();

            assertThat(failed(desk)).isPositive();
            assertThat(desk.published(DATE).evidence()).isEqualTo(undisturbed);
            assertThat(kept(desk)).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECOND_CALL:1", "SECOND_CALL:3", "CALL_OVERTAKEN:1", "CALL_OVERTAKEN:3"})
    void aRunThatIsKilledBetweenTheTwoCallsIsFinishedByTheNext(String failpoint, @TempDir Path home) throws Exception {
        try (Sandbox sandbox = world().start()) {
            Desk desk = desk(home).facing(sandbox).set("shelftally.failpoint", failpoint);
            try (ChildProcess child = desk.nightElsewhere(DATE, "--wait", "60s")) {
                assertThat(child.exitCode()).as(child.err()).isEqualTo(137);
            }

            assertThat(desk.unset("shelftally.failpoint")
                            .night(DATE, "--wait", "60s")
                            .code())
                    .isZero();

            assertThat(desk.published(DATE).evidence()).isEqualTo(undisturbed);
            assertThat(kept(desk)).isEqualTo(kept);
        }
    }

    /** Of the reports of later scans, one in fifteen is late at the first call. */
    private static WorldText world() {
        return world("");
    }

    /** @param then the steps after the late call */
    private static WorldText world(String then) {
        WorldText world = new WorldText();
        IntStream.rangeClosed(1, SCANS).forEach(id -> {
            boolean isLate = id > SCANS / 2 && id % 15 == 0;
            world.scan(
                    id,
                    "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': []}, 'reportSteps': ["
                            + (isLate ? "{'delayMs': 1500}" + then : "{'delayMs': 10}") + "]");
        });
        IntStream.range(0, CAPTURES)
                .forEach(number -> world.capture(
                        id(number),
                        CODE,
                        "'progression': ['COMPLETED'], 'readSteps': [{'delayMs': " + (number % 10 == 9 ? "900" : "5")
                                + "}]"));
        return world;
    }

    private static Desk desk(Path home) {
        List<String> scans = new ArrayList<>(List.of("scan_id"));
        IntStream.rangeClosed(1, SCANS).forEach(id -> scans.add(String.valueOf(id)));
        List<String> captures = new ArrayList<>(List.of("capture_id,scan_id"));
        IntStream.range(0, CAPTURES).forEach(number -> captures.add(id(number) + "," + (number + 1)));
        return new Desk(home)
                .set("shelftally.closient.per-day", "0")
                .set("shelftally.pensa.in-flight", "8")
                .set("shelftally.pensa.hedge-share", "0.2")
                .scans(scans.toArray(String[]::new))
                .captures(captures.toArray(String[]::new));
    }

    private static String id(int number) {
        return Ids.id("capture" + (char) ('a' + number / 20) + (char) ('a' + number % 20));
    }

    /** The evidence of the night, without its times. */
    private static List<String> kept(Desk desk) {
        return desk.database()
                .queryForList(
                        "SELECT vendor || ' ' || call || ' ' || subject || ' ' || http_status || ' ' || sha256 FROM evidence"
                                + " WHERE call <> 'statuses' ORDER BY 1",
                        String.class);
    }

    private static long hedged(Desk desk) {
        return number(desk.database(), "vendor = 'pensa' AND result = 'hedged'");
    }

    private static long failed(Desk desk) {
        return number(desk.database(), "vendor = 'pensa' AND result = 'http_500'");
    }

    private static long counted(Desk desk, String vendor) {
        return number(desk.database(), "vendor = '" + vendor + "'");
    }

    private static long number(JdbcTemplate database, String which) {
        Long number =
                database.queryForObject("SELECT COALESCE(SUM(calls), 0) FROM call_count WHERE " + which, Long.class);
        return number == null ? 0 : number;
    }

    private static long called(Sandbox sandbox, String path) {
        return sandbox.journal().entries().stream()
                .filter(call -> call.path().contains(path))
                .count();
    }
}
