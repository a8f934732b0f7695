package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The same nights at two desks, of which one is pruned: three old nights and two of late, then two that follow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PruneIT {

    private static final List<Integer> DAYS_AGO = List.of(20, 19, 18, 6, 5, 4, 3);
    private static final int KEPT_DAYS = 12;
    private static final int OLD = 3;
    private static final int BEFORE_PRUNING = 5;

    @TempDir
    private static Path home;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final LocalDate firstKept = today.minusDays(KEPT_DAYS);
    private final Story story =
            new Story(seed(), DAYS_AGO.stream().map(today::minusDays).toList());

    private Desk untouched = new Desk(Path.of("unset"));
    private Desk pruned = new Desk(Path.of("unset"));

    long seed() {
        return 3;
    }

    @BeforeAll
    void runTheNights() {
        untouched = new Desk(home.resolve("untouched"));
        pruned = new Desk(home.resolve("pruned"));
        IntStream.range(0, BEFORE_PRUNING).forEach(this::night);
    }

    private void night(int night) {
        try (Sandbox sandbox = story.world(night).start()) {
            for (Desk desk : List.of(untouched, pruned)) {
                InProcess.Ended ended = story.lists(desk.facing(sandbox), night)
                        .night(story.date(night), "--wait", "300ms", "--allow-empty", "--quiet");
                assertThat(ended.code()).as(ended.err()).isZero();
            }
        }
    }

    @Test
    @Order(1)
    void aRunAtWorkIsLeftAlone() {
        sql("UPDATE run_lease SET held = TRUE, heartbeat_at = CURRENT_TIMESTAMP + INTERVAL '1' HOUR");

        InProcess.Ended ended = prune();

        assertThat(ended.code()).isEqualTo(75);
        assertThat(ended.err()).contains("holds the lease");
        sql("UPDATE run_lease SET held = FALSE, heartbeat_at = CURRENT_TIMESTAMP");
    }

    @Test
    @Order(2)
    void aDryRunTellsWhatWouldGoAndDeletesNothing() {
        List<String> before = rows();

        InProcess.Ended dry = prune("--dry-run", "--json");

        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(rows()).isEqualTo(before);
        assertThat(pruned.published(story.date(0)).exists()).isTrue();
        InProcess.Ended done = prune("--json");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).isEqualTo(dry.out().replace("\"dry_run\" : true", "\"dry_run\" : false"));
        assertThat(done.out()).contains("\"nights\" : [ \"" + story.date(0) + "\"");
    }

    @Test
    @Order(3)
    void oldNightsAreGoneFromTheFilesAndFromTheViews() throws IOException {
        for (int night = 0; night < OLD; night++) {
            assertThat(pruned.out().resolve(story.date(night))).doesNotExist();
        }
        assertThat(pruned.out().resolve(".versions")).isDirectoryNotContaining("glob:**/.pruned-*");
        assertThat(pruned.out().resolve("latest").toRealPath())
                .isEqualTo(pruned.out().resolve(story.date(BEFORE_PRUNING - 1)).toRealPath());
        for (String view : List.of("reconciled_item", "scan", "capture", "break_item", "quarantine")) {
            assertThat(count("SELECT COUNT(*) FROM " + view + " WHERE business_date < '" + firstKept + "'"))
                    .as(view)
                    .isZero();
        }
        assertThat(count("SELECT COUNT(*) FROM capture")).isPositive();
    }

    @Test
    @Order(3)
    void nothingThatStaysRefersToWhatWentAndNothingIsLeftOver() {
        String bodies = "(SELECT sha256 FROM evidence_body)";
        for (String reference : List.of(
                "capture_item.answer_sha256",
                "capture_item.error_sha256",
                "scan_item.status_sha256",
                "scan_item.report_sha256",
                "evidence.sha256")) {
            String table = reference.replaceFirst("\\..*", "");
            assertThat(count("SELECT COUNT(*) FROM " + table + " WHERE " + reference + " NOT IN " + bodies))
                    .as(reference)
                    .isZero();
        }
        assertThat(count("""
                        SELECT COUNT(*) FROM evidence_body WHERE
                        sha256 NOT IN (SELECT sha256 FROM evidence)
                        AND sha256 NOT IN (SELECT answer_sha256 FROM capture_item WHERE answer_sha256 IS NOT NULL)
                        AND sha256 NOT IN (SELECT error_sha256 FROM capture_item WHERE error_sha256 IS NOT NULL)
                        AND sha256 NOT IN (SELECT status_sha256 FROM scan_item WHERE status_sha256 IS NOT NULL)
                        AND sha256 NOT IN (SELECT report_sha256 FROM scan_item WHERE report_sha256 IS NOT NULL)
                        """)).isZero();
        assertThat(
                        count(
                                "SELECT COUNT(*) FROM reconciled_item_row WHERE text_id NOT IN (SELECT text_id FROM product_text)"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM run WHERE business_date < '" + firstKept + "'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM batch_job_instance")).isEqualTo(BEFORE_PRUNING - OLD);
    }

    /** By the untouched desk's own scans, of the places that have a store and a section. */
    @Test
    @Order(3)
    void theScansThatExplainAnOpenBreakStay() {
        String explaining = String.format(Locale.ROOT, """
                SELECT DISTINCT b.place, s.scan_id FROM break_item b
                JOIN scan_item s ON s.store_id || '/' || s.section = b.place AND s.ending = 'REPORTED'
                    AND (s.business_date = b.opened_on OR s.business_date = b.last_seen_on)
                WHERE b.closed_on IS NULL AND b.business_date = (SELECT MAX(business_date) FROM break_item)
                    AND s.business_date < '%s'
                ORDER BY 1, 2
                """, firstKept);

        List<String> needed = strings(untouched, explaining);

        assertThat(needed).isNotEmpty();
        assertThat(strings(pruned, explaining)).isEqualTo(needed);
    }

    @Test
    @Order(4)
    void aSecondPruningFindsNothingToDo() {
        InProcess.Ended again = prune("--json");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out().lines().filter(line -> line.matches(".*_.*\" : [0-9]+,?.*") && !line.contains("kept")))
                .isNotEmpty()
                .allMatch(line -> line.contains(" : 0"));
    }

    @Test
    @Order(5)
    void theNightsThatFollowAreTheSameAsWithoutIt() {
        for (int night = BEFORE_PRUNING; night < DAYS_AGO.size(); night++) {
            night(night);

            assertThat(pruned.published(story.date(night)).evidence())
                    .as(story.date(night))
                    .isEqualTo(untouched.published(story.date(night)).evidence());
        }
        assertThat(untouched.published(story.date(BEFORE_PRUNING)).breaks().values())
                .anySatisfy(
                        row -> assertThat(LocalDate.parse(row.get("opened_on"))).isBefore(firstKept));
        assertThat(IntStream.range(BEFORE_PRUNING, DAYS_AGO.size())
                        .mapToObj(night -> untouched.published(story.date(night)))
                        .flatMap(night -> night.breaks().values().stream())
                        .map(row -> row.get("previous_opened_on")))
                .as("breaks that come back from an old night")
                .anyMatch(date -> !date.isEmpty() && LocalDate.parse(date).isBefore(firstKept));
        assertThat(untouched.published(story.date(BEFORE_PRUNING)).scans().keySet())
                .as("scans of old nights that come up again")
                .anyMatch(scan -> Long.parseLong(scan) < 1000L * OLD);
    }

    @Test
    @Order(6)
    void aNightThatStaysIsTheSameWhenItIsRunAgain() {
        for (Desk desk : List.of(untouched, pruned)) {
            try (Sandbox sandbox = story.world(OLD).start()) {
                assertThat(story.lists(desk.facing(sandbox), OLD)
                                .night(story.date(OLD), "--wait", "0", "--allow-empty", "--quiet")
                                .code())
                        .isZero();
            }
        }

        assertThat(pruned.published(story.date(OLD)).evidence())
                .isEqualTo(untouched.published(story.date(OLD)).evidence());
    }

    /** The one thing that pruning changes: what is named again after it went is new. */
    @Test
    @Order(7)
    void whatIsListedAgainAfterItWentIsAskedAboutAnew() {
        String date = today.minusDays(2).toString();
        try (Sandbox sandbox = story.world(DAYS_AGO.size()).start()) {
            pruned.facing(sandbox)
                    .scans("scan_id,store_id,section", "1,S1,dairy", "2,,", "3,,")
                    .captures("capture_id");

            assertThat(pruned.night(date, "--wait", "0", "--allow-empty", "--quiet")
                            .code())
                    .isZero();

            assertThat(pruned.published(date).scans()).containsKeys("1", "2", "3");
        }
    }

    private InProcess.Ended prune(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "prune";
        args[1] = "--keep-days";
        args[2] = Integer.toString(KEPT_DAYS);
        System.arraycopy(more, 0, args, 3, more.length);
        return pruned.run(args);
    }

    private List<String> rows() {
        return TestDatabase.rows(TestDatabase.url(home.resolve("pruned"))).stream()
                .filter(row -> !row.toLowerCase(Locale.ROOT).contains("run_lease"))
                .toList();
    }

    private void sql(String sql) {
        pruned.database().execute(sql);
    }

    private long count(String sql) {
        return pruned.database().queryForList(sql, Long.class).get(0);
    }

    private List<String> strings(Desk desk, String sql) {
        return desk.database().query(sql, (row, number) -> row.getString(1) + " " + row.getString(2));
    }
}
