package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rerun} over nights against the sandbox: what it asks, what it leaves alone, and what it publishes. */
@Timeout(120)
class RerunCommandIT {

    private static final String DATE = "2026-11-02";
    private static final String NEXT = "2026-11-03";
    private static final String CODE = "'code': '00013562302284'";
    private static final String REPORT = "'report': {'ITEMS_SEEN': ['00013562302284'], 'OOS': ['00014100095071']}";
    private static final String FAILS = CODE + ", 'progression': ['FAILED']";
    private static final String CONFLICTS = FAILS + ", 'retrySteps': [{'status': 409, 'times': 'forever'}]";
    private static final String REJECTS = CODE + ", 'readSteps': [{'status': 403, 'times': 'forever'}]";

    @TempDir
    private Path home;

    @Test
    void aNightThatIsSettledIsRerunWithoutACallAndPublishesNothingNew() throws IOException {
        try (Sandbox sandbox = recovered().start()) {
            Desk desk = desk(sandbox);
            night(desk, DATE);
            Path version = desk.out().resolve(DATE).toRealPath();
            int calls = calls(sandbox).size();

            InProcess.Ended again = rerun(desk, "--date", DATE);

            assertThat(again.out()).contains("nothing new");
            assertThat(calls(sandbox)).hasSize(calls);
            assertThat(desk.out().resolve(DATE).toRealPath()).isEqualTo(version);
            assertThat(version.resolveSibling("2")).doesNotExist();
        }
    }

    @Test
    void whatFailedIsAskedAgainAndWhatIsOpenIsLeftAlone() {
        Desk desk = desk();
        night(desk, DATE, troubled());
        List<String> openBefore = openItems(desk);

        List<List<String>> asked = new ArrayList<>();
        try (Sandbox sandbox = recovered().start()) {
            assertThat(rerun(desk.facing(sandbox), "--date", DATE, "--failed").out())
                    .contains("published version 2");
            calls(sandbox).forEach(call -> asked.add(call.ids()));
        }

        assertThat(outcomes(desk, DATE))
                .containsEntry("failed", "RECONCILED")
                .containsEntry("rejected", "RECONCILED")
                .containsEntry("open", "IN_PROGRESS");
        assertThat(desk.published(DATE).scans().get("2")).containsEntry("outcome", "REPORTED");
        assertThat(desk.published(DATE).scans().get("3")).containsEntry("outcome", "IN_PROGRESS");
        assertThat(asked).doesNotContain(List.of(Ids.id("open")), List.of(Ids.id("done")));
        assertThat(asked.toString()).doesNotContain("3");
        assertThat(openItems(desk)).isEqualTo(openBefore);
    }

    @Test
    void aCaptureThatFailsAgainIsRetriedOnceAndShowsTheRetriesOfTheLatestAsking() {
        Desk desk = desk().scans("scan_id").captures("capture_id", Ids.id("failed"));
        WorldText failing = new WorldText().capture(Ids.id("failed"), FAILS + ", 'afterRetry': [['FAILED']]");
        night(desk, DATE, failing, "--allow-empty", "--wait", "60s");
        assertThat(row(desk, "failed")).containsEntry("retries", "1");

        try (Sandbox sandbox = failing.start()) {
            rerun(desk.facing(sandbox), "--date", DATE, "--captures", Ids.id("failed"), "--wait", "60s");

            assertThat(calls(sandbox).stream()
                            .filter(call -> call.path().endsWith("/retry"))
                            .count())
                    .isEqualTo(1);
        }

        assertThat(row(desk, "failed")).containsEntry("outcome", "UNRESOLVED").containsEntry("retries", "1");
        assertThat(desk.out().resolve(".versions").resolve(DATE).resolve("2")).doesNotExist();
    }

    @Test
    void whatGetsNoAnswerStaysAsItWasAndTheSameCommandAsksItAgain() {
        Desk desk = desk();
        night(desk, DATE, troubled());
        WorldText silent = new WorldText()
                .scan(
                        2,
                        "'progression': ['COMPLETE'], " + REPORT
                                + ", 'statusSteps': [{'status': 500, 'times': 'forever'}]")
                .capture(Ids.id("failed"), CODE + ", 'readSteps': [{'status': 500, 'times': 'forever'}]")
                .capture(Ids.id("rejected"), CODE + ", 'readSteps': [{'status': 500, 'times': 'forever'}]");
        String before = desk.published(DATE).text("captures.csv");

        InProcess.Ended ended;
        try (Sandbox sandbox = silent.start()) {
            ended = desk.facing(sandbox).run("rerun", "--date", DATE, "--failed", "--wait", "0", "--quiet");
        }
        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err()).contains("no answer about any of the 2 captures");
        assertThat(desk.published(DATE).text("captures.csv")).isEqualTo(before);

        night(desk, DATE, troubled());
        assertThat(desk.published(DATE).text("captures.csv")).isEqualTo(before);
        assertThat(outcomes(desk, DATE)).containsEntry("rejected", "REJECTED");

        try (Sandbox sandbox = recovered().start()) {
            rerun(desk.facing(sandbox), "--date", DATE, "--failed");
        }
        assertThat(outcomes(desk, DATE)).containsEntry("rejected", "RECONCILED").containsEntry("failed", "RECONCILED");
    }

    @Test
    void idsComeFromAFileAndByStoreOrVerdict() throws IOException {
        Desk desk = desk();
        night(desk, DATE, troubled());
        Path ids = Files.writeString(home.resolve("ids.txt"), "capture_id,why\n" + Ids.id("failed") + ",x\n\n");

        assertThat(selected(desk, "--captures", "@" + ids)).isEqualTo("1 0");
        assertThat(selected(desk, "--captures", Ids.id("failed") + "," + Ids.id("done"), "--scans", "2"))
                .isEqualTo("2 1");
        assertThat(selected(desk, "--store", "S2")).isEqualTo("1 1");
        InProcess.Ended slip = desk.run("rerun", "--date", DATE, "--store", "s2", "--dry-run");
        assertThat(slip.code()).isEqualTo(65);
        assertThat(slip.err()).contains("night of " + DATE + ": there is no store s2; there is S2");
        assertThat(selected(desk, "--store", "S1,S2", "--failed")).isEqualTo("2 1");
        assertThat(selected(desk, "--verdict", "confirmed")).isEqualTo("3 1");
        assertThat(selected(desk, "--verdict", "OOS_DISPUTED")).isEqualTo("0 0");
        assertThat(selected(desk, "--outcome", "UNRESOLVED,FAILED")).isEqualTo("1 1");
        assertThat(selected(desk, "--open")).isEqualTo("1 1");
        assertThat(selected(desk)).isEqualTo("4 3");
    }

    @Test
    void aDryRunTellsTheCallsAndChangesNothing() throws IOException {
        Desk desk = desk();
        night(desk, DATE, troubled());
        List<String> before = rows();

        String plan = desk.run("rerun", "--date", DATE, "--failed", "--dry-run").out();

        assertThat(plan).startsWith("""
                        rerun of 2026-11-02: 2 of 4 captures, 1 of 3 scans
                          captures  1 REJECTED, 1 UNRESOLVED
                          scans     1 FAILED
                          closient  2 reads, 1 retry of captures known to have failed; up to 1 retry and 4 reads more""");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatIsSaidWrongIsToldWithItsPlace() throws IOException {
        Desk desk = desk();
        night(desk, DATE, troubled());
        Path ids = Files.writeString(home.resolve("ids.txt"), "17\n\n12x\n");

        told(desk, 64, "\"12x\" is no id", "--date", DATE, "--scans", "1,12x");
        told(desk, 64, "--outcome: \"LOST\" is none of", "--date", DATE, "--outcome", "LOST");
        told(desk, 64, "either --date, or --from and --to", "--failed");
        told(desk, 64, "two dates in order", "--from", NEXT, "--to", DATE);
        told(desk, 64, "--json goes with --dry-run", "--date", DATE, "--json");
        told(desk, 65, "ids.txt, line 3: \"12x\" is no id", "--date", DATE, "--scans", "@" + ids);
        told(desk, 65, "no such file", "--date", DATE, "--scans", "@" + home.resolve("none.txt"));
        told(desk, 65, "there is no scan 17", "--date", DATE, "--scans", "1,17");
        told(desk, 65, "the latest that is, is 2026-11-02", "--date", NEXT);

        desk.set("shelftally.closient.base-url", "http://127.0.0.1:1");
        assertThat(desk.night(NEXT, "--wait", "0").code()).isEqualTo(69);
        told(desk, 65, "It was begun: jobs/nightly --date " + NEXT + " takes it up", "--date", NEXT);
    }

    @Test
    void eachNightOfASpanIsRerunAndWhatALaterOneKnowsCostsNoCall() {
        Desk desk = desk();
        night(desk, DATE, troubled());
        desk.scans("scan_id").captures("capture_id");
        night(desk, "2026-11-05", troubled(), "--allow-empty");
        try (Sandbox sandbox = recovered().start()) {
            InProcess.Ended ended = rerun(desk.facing(sandbox), "--from", "2026-11-05", "--to", "2026-11-06", "--open");
            assertThat(ended.out())
                    .startsWith("Skipped, because no such night was published: 2026-11-06\nNight of 2026-11-05");
            int calls = calls(sandbox).size();

            ended = rerun(desk, "--from", DATE, "--to", "2026-11-06", "--open");

            assertThat(ended.out()).contains("Night of " + DATE + ": published version 2");
            assertThat(calls(sandbox)).hasSize(calls);
        }
        assertThat(outcomes(desk, DATE)).containsEntry("open", "RECONCILED");
        assertThat(desk.published(DATE).scans().get("3")).containsEntry("outcome", "REPORTED");
    }

    @Test
    void theFirstNightThatFailsEndsTheSpan() {
        Desk desk = desk();
        night(desk, DATE, troubled());
        night(desk, NEXT, troubled(), "--allow-empty");
        desk.set("shelftally.closient.base-url", "http://127.0.0.1:1");
        desk.set("shelftally.pensa.base-url", "http://127.0.0.1:1");

        InProcess.Ended ended = desk.run("rerun", "--from", DATE, "--to", NEXT, "--failed", "--wait", "0", "--quiet");

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err()).contains("ended at 2026-11-02; left are 2026-11-02, 2026-11-03.");
    }

    @Test
    void theSummaryStillTellsTheInputs() throws IOException {
        Desk desk = desk();
        night(desk, DATE, troubled());
        JsonNode before = summary(desk).path("inputs");

        try (Sandbox sandbox = recovered().start()) {
            rerun(desk.facing(sandbox), "--date", DATE);
        }

        assertThat(before).hasSize(2);
        assertThat(summary(desk).path("inputs")).isEqualTo(before);
    }

    private static JsonNode summary(Desk desk) {
        return JsonMapper.shared().readTree(desk.published(DATE).text("summary.json"));
    }

    private static void told(Desk desk, int code, String message, String... args) {
        InProcess.Ended ended = desk.run(with("rerun", args));

        assertThat(ended.code()).as(ended.err()).isEqualTo(code);
        assertThat(ended.err()).contains(message);
    }

    /** How many captures and scans a dry run selects. */
    private static String selected(Desk desk, String... args) {
        InProcess.Ended ended =
                desk.run(with("rerun", with("--dry-run", with("--json", with("--date", with(DATE, args))))));
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode plan = JsonMapper.shared().readTree(ended.out()).get(0);
        return sum(plan.path("selected_captures")) + " " + sum(plan.path("selected_scans"));
    }

    private static long sum(JsonNode counts) {
        return counts.valueStream().mapToLong(JsonNode::asLong).sum();
    }

    private static InProcess.Ended rerun(Desk desk, String... args) {
        InProcess.Ended ended = desk.run(with("rerun", atOnce(args)));
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    private static String[] with(String first, String... rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(Arrays.asList(rest));
        return all.toArray(String[]::new);
    }

    /** One look at everything, unless more is asked for. */
    private static String[] atOnce(String... args) {
        return Arrays.asList(args).contains("--wait") ? args : with("--wait", with("0", args));
    }

    private static void night(Desk desk, String date, WorldText world, String... more) {
        try (Sandbox sandbox = world.start()) {
            night(desk.facing(sandbox), date, more);
        }
    }

    private static void night(Desk desk, String date, String... more) {
        InProcess.Ended ended = desk.night(date, atOnce(more));
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private static List<JournalEntry> calls(Sandbox sandbox) {
        return sandbox.journal().entries();
    }

    private static Map<String, String> row(Desk desk, String name) {
        return desk.published(DATE).captures().getOrDefault(Ids.id(name), Map.of());
    }

    private static Map<String, String> outcomes(Desk desk, String date) {
        Map<String, Map<String, String>> captures = desk.published(date).captures();
        Map<String, String> outcomes = new TreeMap<>();
        for (String name : List.of("done", "failed", "rejected", "open")) {
            outcomes.put(name, captures.getOrDefault(Ids.id(name), Map.of()).getOrDefault("outcome", "absent"));
        }
        return outcomes;
    }

    /** All but the rows that every look at the night under the lease touches. */
    private List<String> rows() {
        return TestDatabase.rows(TestDatabase.url(home)).stream()
                .filter(row -> !row.toLowerCase(Locale.ROOT).matches("(?s).{0,30}(run_lease|quota_).*"))
                .toList();
    }

    /** What the job knows of the capture and the scan that are open. */
    private static List<String> openItems(Desk desk) {
        return desk.database()
                .query(
                        """
                        SELECT phase, ending, attempts, polls, asked, answered, due_at, outcome, carried, lost_retries, retries
                        FROM capture_item WHERE capture_id = ?
                        UNION ALL
                        SELECT phase, ending, attempts, polls, asked, answered, due_at, outcome, carried, nights_asked, 0
                        FROM scan_item WHERE scan_id = 3
                        """,
                        (row, number) -> {
                            List<String> cells = new ArrayList<>();
                            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                                cells.add(row.getString(column));
                            }
                            return String.join(" ", cells);
                        },
                        Ids.id("open"));
    }

    private static WorldText troubled() {
        return new WorldText()
                .scan(1, REPORT)
                .scan(2, "'progression': ['FAILED']")
                .scan(3, "'progression': ['IN_PROGRESS']")
                .capture(Ids.id("done"), CODE)
                .capture(Ids.id("failed"), CONFLICTS)
                .capture(Ids.id("rejected"), REJECTS)
                .capture(Ids.id("open"), CODE + ", 'progression': ['PENDING']");
    }

    private static WorldText recovered() {
        return new WorldText()
                .scan(1, REPORT)
                .scan(2, REPORT)
                .scan(3, REPORT)
                .capture(Ids.id("done"), CODE)
                .capture(Ids.id("failed"), CODE)
                .capture(Ids.id("rejected"), CODE)
                .capture(Ids.id("open"), CODE);
    }

    private Desk desk(Sandbox sandbox) {
        return desk().facing(sandbox);
    }

    private Desk desk() {
        return new Desk(home)
                .scans("scan_id,store_id", "1,S1", "2,S2", "3,S3")
                .captures(
                        "capture_id,scan_id",
                        Ids.id("done") + ",1",
                        Ids.id("failed") + ",1",
                        Ids.id("rejected") + ",2",
                        Ids.id("open") + ",1");
    }
}
