package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.sql.Array;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that were begun by mistake, and given up: two nights were published, the third is begun with a wrong list. */
class AbandonIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final String WRONG = "2026-11-03";
    private static final int NIGHT = 2;

    @TempDir
    private Path home;

    private final Story story =
            new Story(5, IntStream.range(0, 4).mapToObj(FIRST::plusDays).toList());

    private Desk desk = new Desk(Path.of("unset"));

    @BeforeEach
    void twoNights() {
        desk = new Desk(home.resolve("desk"));
        IntStream.range(0, NIGHT).forEach(night -> runNight(desk, night));
    }

    @Test
    void whatIsRunAfterItIsTheSameAsIfItHadNeverBegun() {
        Desk untouched = new Desk(home.resolve("untouched"));
        IntStream.range(0, NIGHT).forEach(night -> runNight(untouched, night));
        List<String> before = rows();
        beginWrongly(WRONG);
        assertThat(rows()).isNotEqualTo(before);

        InProcess.Ended dry = desk.run("abandon", WRONG, "--json");
        InProcess.Ended done = desk.run("abandon", WRONG, "--apply", "--json");

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).isEqualTo(dry.out().replace("\"dry_run\" : true", "\"dry_run\" : false"));
        assertThat(rows()).isEqualTo(before);
        assertThat(bodiesOfNothing()).isZero();
        for (int night = NIGHT; night < 4; night++) {
            runNight(desk, night);
            runNight(untouched, night);
            assertThat(desk.published(story.date(night)).evidence())
                    .as(story.date(night))
                    .isEqualTo(untouched.published(story.date(night)).evidence());
        }
        assertThat(desk.published(WRONG).text("summary.json")).doesNotContain("9001");
    }

    @Test
    void withoutApplyNothingIsChangedAndTheCountsAreTold() {
        beginWrongly(WRONG);
        List<String> before = rows();

        InProcess.Ended dry = desk.run("abandon", WRONG);

        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out())
                .startsWith("would give up the night of " + WRONG + "; of it go\ntable")
                .containsPattern("capture_item +[1-9]")
                .containsPattern("scan_item +[1-9]")
                .containsPattern("scan_guid +[1-9]")
                .containsPattern("set_aside +1")
                .containsPattern("call_count +[1-9]")
                .containsPattern("export_version +1")
                .containsPattern("evidence +[1-9]")
                .contains("run 3 stays in the list of runs, as abandoned\n")
                .endsWith("nothing was changed: give it up with --apply\n");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void afterwardsCommandsKnowTheRunAndNothingOfItsNight() {
        beginWrongly(WRONG);
        assertThat(desk.run("abandon", WRONG, "--apply").code()).isZero();

        assertThat(desk.run("runs", "--last", "1").out())
                .contains("  3  " + WRONG, "    69  abandoned  nothing is pub");
        assertThat(desk.run("runs", "--failed").out()).startsWith("no failed runs\n");
        assertThat(desk.run("show", "3").out())
                .startsWith("run 3 of " + WRONG + ": abandoned (exit 69)\n")
                .contains("  abandoned  20", "\nno calls\n");
        assertThat(desk.run("explain", "--capture", Ids.id("wrong")).code()).isEqualTo(65);
        assertThat(desk.run("doctor").out()).contains("the last one, 3 for " + WRONG + ", was abandoned");
        assertThat(desk.run("nights").out()).doesNotContain(WRONG);
        assertThat(desk.run("abandon", WRONG, "--apply").out())
                .startsWith("gave up the night of " + WRONG + "; nothing is left of it to delete\n");
    }

    @Test
    void aPublishedNightStays() {
        List<String> before = rows();

        InProcess.Ended ended = desk.run("abandon", story.date(1), "--apply");

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.err())
                .startsWith(
                        "shelftally: the night of 2026-11-02 is published (version 1): only one that never was can be"
                                + " given up.\nRun it again");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aNightThatWasNeverBegunIsNoneAndTheOnesThatWereAreNamed() {
        beginWrongly(WRONG);

        InProcess.Ended ended = desk.run("abandon", "2026-11-09", "--apply");

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.err())
                .startsWith("shelftally: the night of 2026-11-09 was never begun; begun and not published: " + WRONG
                        + "\nlooked for in the database ");
        assertThat(desk.run("abandon", "yesterday").code()).isEqualTo(64);
    }

    @Test
    void aNightAtWorkIsLeftAlone() {
        beginWrongly(WRONG);
        desk.database()
                .update("UPDATE run_lease SET held = TRUE, heartbeat_at = CURRENT_TIMESTAMP + INTERVAL '1' HOUR");
        List<String> before = rows();

        InProcess.Ended ended = desk.run("abandon", WRONG, "--apply");

        assertThat(ended.code()).isEqualTo(75);
        assertThat(ended.err()).contains("another run for " + WRONG + " holds the lease");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aNightThatALaterOneGoesOnFromStaysUntilThatOneIsGivenUp() {
        beginWrongly(WRONG);
        beginWrongly(story.date(3));

        InProcess.Ended refused = desk.run("abandon", WRONG, "--apply");

        assertThat(refused.code()).isEqualTo(65);
        assertThat(refused.err())
                .containsPattern(
                        "the night of " + WRONG + " cannot be given up: that of 2026-11-04 goes on from it, with"
                                + " [1-9][0-9]* of its captures and [1-9][0-9]* of its scans\\.\n")
                .contains("Give that one up first: jobs/shelftally abandon 2026-11-04.");
        assertThat(desk.run("abandon", "2026-11-04", "--apply").code()).isZero();
        assertThat(desk.run("abandon", WRONG, "--apply").code()).isZero();
    }

    @Test
    void whatAPublishedNightTookOverIsNeverTakenFromIt() {
        beginWrongly(WRONG);
        runNight(desk, 3);
        List<String> before = rows();

        InProcess.Ended refused = desk.run("abandon", WRONG, "--apply");

        assertThat(refused.code()).isEqualTo(65);
        assertThat(refused.err())
                .contains("that of 2026-11-04 goes on from it")
                .contains("Nothing waits: what was open of " + WRONG + " is that night's since.");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aDateOfThePastThatIsBegunAfterLaterOnesGoesWithoutATrace() {
        runNight(desk, 3);
        List<String> before = rows();
        beginWrongly(WRONG, 3001, 3002, 3003);
        assertThat(rows()).isNotEqualTo(before);

        InProcess.Ended ended = desk.run("abandon", WRONG, "--apply");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(rows()).isEqualTo(before);
    }

    private void runNight(Desk at, int night) {
        try (Sandbox sandbox = story.world(night).start()) {
            InProcess.Ended ended = story.lists(at.facing(sandbox), night)
                    .night(story.date(night), "--wait", "300ms", "--allow-empty", "--quiet");
            assertThat(ended.code()).as(ended.err()).isZero();
        }
    }

    /** Nobody knows what earlier nights left open, and the one report is of no use: the night fails after it was reconciled. */
    private void beginWrongly(String date, long... more) {
        desk.set("shelftally.coverage.reports-to-judge", "1");
        List<Long> scans = LongStream.concat(LongStream.of(9001), LongStream.of(more))
                .boxed()
                .toList();
        WorldText world = new WorldText()
                .capture(
                        Ids.id("wrong"),
                        "'code': '00013562302284'",
                        "'object': {'metadata': {'scan_guid': 'shelf-9001'}}");
        scans.forEach(scan -> world.scan(scan, "'report': {'ITEMS_SEEN': []}"));
        try (Sandbox sandbox = world.start()) {
            InProcess.Ended ended = desk.facing(sandbox)
                    .captures("capture_id", Ids.id("wrong"), "no id")
                    .scans(Stream.concat(Stream.of("scan_id"), scans.stream().map(String::valueOf))
                            .toArray(String[]::new))
                    .set("shelftally.intake.max-bad-share", "1")
                    .night(date, "--wait", "300ms", "--quiet");
            assertThat(ended.code()).as(ended.err()).isEqualTo(69);
        }
        desk.unset("shelftally.coverage.reports-to-judge").unset("shelftally.intake.max-bad-share");
    }

    /** All but the list of runs, Batch's record of them, the lease, the quota and words of products, which stay. */
    private List<String> rows() {
        return Stream.of(
                        "capture_item",
                        "scan_item",
                        "scan_guid",
                        "set_aside",
                        "set_aside_header",
                        "quarantine_decision",
                        "night_input",
                        "call_count",
                        "published_night",
                        "export_version",
                        "scan_row",
                        "capture_row",
                        "break_row",
                        "quarantine_row",
                        "reconciled_block",
                        "evidence")
                .flatMap(table -> desk.database().queryForList("SELECT * FROM " + table).stream()
                        .map(row -> table + " "
                                + row.values().stream()
                                        .filter(value -> !(value instanceof byte[] || value instanceof Array))
                                        .toList())
                        .sorted())
                .toList();
    }

    private long bodiesOfNothing() {
        return Objects.requireNonNull(desk.database()
                .queryForObject(
                        "SELECT COUNT(*) FROM evidence_body WHERE sha256 NOT IN (SELECT sha256 FROM evidence)",
                        Long.class));
    }
}
