package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code plan} says of a night against what the night does, by the sandbox's own count. */
@Timeout(120)
class PlanIT {

    private static final String CODE = "'code': '00013562302284'";
    private static final String FAILS_ONCE = CODE + ", 'progression': ['FAILED'], 'afterRetry': [['COMPLETED']]";
    private static final String REPORT = "'report': {'ITEMS_SEEN': ['00013562302284']}";
    private static final String FIRST = "2026-11-02";
    private static final String SECOND = "2026-11-03";

    @TempDir
    private Path home;

    @BeforeEach
    void makeTheTables() {
        assertThat(new Desk(home).run("migrate").code()).isZero();
    }

    @Test
    void thePlanOfAFreshWorkListIsTheCallsThatTheNightMakes() {
        try (Sandbox sandbox = clean(7, 5).start()) {
            Desk desk = desk(7, 5).facing(sandbox).set("shelftally.pensa.status-batch", "2");

            JsonNode plan = plan(desk, FIRST);
            assertThat(sandbox.journal().entries()).isEmpty();
            night(desk, FIRST);

            assertThat(calls(plan))
                    .isEqualTo(calls(sandbox, 0))
                    .isEqualTo(Map.of("reads", 7L, "retries", 0L, "statuses", 3L, "reports", 5L));
            assertThat(plan.at("/captures/more_retries_at_most").asLong()).isEqualTo(7);
            assertThat(plan.at("/captures/follow_up_reads_at_most").asLong()).isEqualTo(14);
            assertThat(plan.at("/captures/deferred").asLong()).isZero();
        }
    }

    @Test
    void aFinishedNightThatIsPlannedAgainCostsNothing() {
        try (Sandbox sandbox = clean(3, 2).start()) {
            Desk desk = desk(3, 2).facing(sandbox);
            night(desk, FIRST);
            int before = sandbox.journal().entries().size();

            JsonNode plan = plan(desk, FIRST);
            night(desk, FIRST);

            assertThat(calls(plan))
                    .isEqualTo(calls(sandbox, before))
                    .isEqualTo(Map.of("reads", 0L, "retries", 0L, "statuses", 0L, "reports", 0L));
            assertThat(plan.at("/time/seconds").asLong()).isZero();
        }
    }

    @Test
    void anUnchangedListOnTheNextNightCostsWhatIsStillOpen() {
        Desk desk = desk(4, 3);
        try (Sandbox sandbox = world(CODE, 2, 2)
                .capture(id(2), CODE + ", 'progression': ['PENDING']")
                .capture(id(3), CODE + ", 'progression': ['ENRICHING']")
                .scan(3, "'progression': ['IN_PROGRESS']")
                .start()) {
            assertThat(desk.facing(sandbox).night(FIRST, "--wait", "300ms").code())
                    .isZero();
        }
        try (Sandbox sandbox = clean(4, 3).start()) {
            desk.facing(sandbox);

            JsonNode plan = plan(desk, SECOND);
            night(desk, SECOND);

            assertThat(calls(plan))
                    .isEqualTo(calls(sandbox, 0))
                    .isEqualTo(Map.of("reads", 2L, "retries", 0L, "statuses", 1L, "reports", 1L));
            assertThat(plan.at("/captures/captures").asLong()).isEqualTo(4);
            assertThat(plan.at("/captures/more_retries_expected").asLong(-1)).isZero();
        }
    }

    @Test
    void whatWasDeferredBeforeItsRetryIsPlannedWithTheRetry() {
        try (Sandbox sandbox = world(FAILS_ONCE, 4, 1).start()) {
            Desk desk = desk(4, 1).facing(sandbox).set("shelftally.closient.per-day", "3");
            night(desk, FIRST);
            assertThat(outcomes(desk, FIRST)).filteredOn("DEFERRED"::equals).hasSize(3);
            desk.set("shelftally.closient.per-day", "0");
            int before = sandbox.journal().entries().size();

            JsonNode plan = plan(desk, SECOND);
            night(desk, SECOND);

            assertThat(calls(plan))
                    .containsEntry("reads", 3L)
                    .containsEntry("retries", 1L)
                    .containsEntry("reports", 0L);
            assertThat(plan.at("/captures/more_retries_at_most").asLong()).isEqualTo(2);
            assertThat(calls(sandbox, before)).containsEntry("reads", 3L).containsEntry("retries", 3L);
        }
    }

    @Test
    void aRetryThatIsKnownToBeNeededIsPlannedCallForCall() {
        try (Sandbox sandbox = world(FAILS_ONCE, 1, 1).start()) {
            Desk desk = desk(1, 1).facing(sandbox).set("shelftally.closient.per-day", "1");
            night(desk, FIRST);
            desk.set("shelftally.closient.per-day", "0");
            int before = sandbox.journal().entries().size();

            JsonNode plan = plan(desk, SECOND);
            night(desk, SECOND);

            assertThat(calls(plan))
                    .isEqualTo(calls(sandbox, before))
                    .isEqualTo(Map.of("reads", 1L, "retries", 1L, "statuses", 0L, "reports", 0L));
        }
    }

    @Test
    void theCapturesThatTheDaysQuotaDoesNotReachArePlannedAsDeferred() {
        try (Sandbox sandbox = clean(9, 1).start()) {
            Desk desk = desk(9, 1).facing(sandbox).set("shelftally.closient.per-day", "6");

            InProcess.Ended text = desk.plan(FIRST, "--wait", "60s");
            JsonNode plan = plan(desk, FIRST);
            night(desk, FIRST);

            assertThat(plan.at("/captures/deferred").asLong()).isEqualTo(3);
            assertThat(outcomes(desk, FIRST)).filteredOn("DEFERRED"::equals).hasSize(3);
            assertThat(calls(sandbox, 0)).containsEntry("reads", 6L);
            assertThat(text.out())
                    .contains("6 of 6 left today")
                    .contains("3 captures will be deferred, up to 4 more if captures have failed");
        }
    }

    @Test
    void aNightBeginsByTellingItsPlan() {
        try (Sandbox sandbox = clean(2, 1).start()) {
            Desk desk = desk(2, 1).facing(sandbox);

            InProcess.Ended plan = desk.plan(FIRST, "--wait", "60s");
            Captured<InProcess.Ended> night = Captured.of(() -> desk.night(FIRST, "--wait", "60s"));
            Captured<InProcess.Ended> quiet = Captured.of(() -> desk.night(SECOND, "--wait", "60s", "--quiet"));

            assertThat(plan.code()).isZero();
            assertThat(plan.out()).isEqualTo("""
                    plan for 2026-11-02: 2 captures, 1 scan
                      closient  2 reads; up to 2 retries and 4 reads more to follow up if captures have failed
                      pensa     1 status call, 1 report; more where scans are still in progress
                      quota     10000 of 10000 left today, any number a minute: enough
                      time      about 1 s (500 ms a call, assumed), and up to 60 s of waiting for the vendors
                    """);
            assertThat(night.err()).contains(plan.out());
            assertThat(night.err().indexOf("collect took"))
                    .isGreaterThan(night.err().indexOf("plan for"));
            assertThat(quiet.err()).doesNotContain("plan for", " took ");
        }
    }

    @Test
    void aPlanLeavesTheDatabaseAsItIsAndPublishesNothing() {
        try (Sandbox sandbox = clean(3, 2).start()) {
            Desk desk = desk(3, 2).facing(sandbox);
            night(desk, FIRST);
            desk.captures("capture_id", id(0), id(7), id(8), id(9), id(10), "bad id");
            List<String> before = contents(desk);

            assertThat(desk.plan(SECOND).code()).isZero();
            assertThat(desk.plan(FIRST).code()).isZero();

            assertThat(contents(desk)).isEqualTo(before);
            assertThat(desk.published(SECOND).exists()).isFalse();
        }
    }

    @Test
    void aPlanBesideARunIsToTryLater() {
        try (Sandbox sandbox = clean(1, 1).start()) {
            Desk desk = desk(1, 1).facing(sandbox);
            night(desk, FIRST);
            desk.database().update("UPDATE run_lease SET held = TRUE, heartbeat_at = CURRENT_TIMESTAMP");

            InProcess.Ended plan = desk.plan(FIRST);

            assertThat(plan.code()).isEqualTo(75);
            assertThat(plan.err()).contains("another run for 2026-11-02 holds the lease");
        }
    }

    @Test
    void aBadWorkListIsToldAsByTheNight() {
        try (Sandbox sandbox = clean(1, 1).start()) {
            Desk desk = desk(1, 1).facing(sandbox).captures("no_such_column", "x");

            assertThat(desk.plan(FIRST).code()).isEqualTo(65);
        }
    }

    private static WorldText clean(int captures, int scans) {
        return world(CODE, captures, scans);
    }

    private static WorldText world(String capture, int captures, int scans) {
        WorldText world = new WorldText();
        for (int i = 0; i < captures; i++) {
            world.capture(id(i), capture);
        }
        for (int i = 1; i <= scans; i++) {
            world.scan(i, REPORT);
        }
        return world;
    }

    private Desk desk(int captures, int scans) {
        List<String> captureLines = new ArrayList<>(List.of("capture_id,scan_id"));
        for (int i = 0; i < captures; i++) {
            captureLines.add(id(i) + ",1");
        }
        List<String> scanLines = new ArrayList<>(List.of("scan_id"));
        for (int i = 1; i <= scans; i++) {
            scanLines.add(Integer.toString(i));
        }
        return new Desk(home).captures(captureLines.toArray(String[]::new)).scans(scanLines.toArray(String[]::new));
    }

    private static JsonNode plan(Desk desk, String date) {
        InProcess.Ended ended = desk.plan(date, "--wait", "60s", "--json");
        assertThat(ended.code()).as(ended.err()).isZero();
        return JsonMapper.shared().readTree(ended.out());
    }

    private static void night(Desk desk, String date) {
        InProcess.Ended ended = desk.night(date, "--wait", "60s");
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private static Map<String, Long> calls(JsonNode plan) {
        return Map.of(
                "reads", plan.at("/captures/reads").asLong(),
                "retries", plan.at("/captures/retries").asLong(),
                "statuses", plan.at("/scans/status_calls").asLong(),
                "reports", plan.at("/scans/reports").asLong());
    }

    private static Map<String, Long> calls(Sandbox sandbox, int from) {
        List<JournalEntry> all = sandbox.journal().entries();
        Map<String, Long> calls = new TreeMap<>(Map.of("reads", 0L, "retries", 0L, "statuses", 0L, "reports", 0L));
        all.subList(from, all.size()).forEach(call -> calls.merge(kind(call.path()), 1L, Long::sum));
        return calls;
    }

    private static String kind(String path) {
        if (path.startsWith("/scanner/")) {
            return path.endsWith("/retry") ? "retries" : "reads";
        }
        return path.endsWith("/scan-statuses") ? "statuses" : path.endsWith("/reports-on-demand") ? "reports" : path;
    }

    private static List<String> outcomes(Desk desk, String date) {
        return desk.published(date).captures().values().stream()
                .map(row -> row.getOrDefault("outcome", ""))
                .toList();
    }

    /** Everything but who runs and which calls were counted. */
    private static List<String> contents(Desk desk) {
        return desk.database().queryForList("SCRIPT NOPASSWORDS NOSETTINGS", String.class).stream()
                .filter(line -> line.startsWith("INSERT") && !line.contains("RUN_LEASE") && !line.contains("QUOTA_"))
                .toList();
    }

    private static String id(int number) {
        return Ids.id("capture" + (char) ('a' + number));
    }
}
