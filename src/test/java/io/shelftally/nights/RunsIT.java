package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.operations.cli.InProcess;
import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code runs} and {@code show} tell of four starts: one killed, one refused its list, one published, one again. */
@Timeout(120)
class RunsIT {

    private static final String DATE = "2026-11-02";
    private static final String CODE = "'code': '00013562302284'";

    @TempDir
    private static Path home;

    private static Sandbox sandbox;
    private static Desk reader;

    @BeforeAll
    static void fourStarts() throws Exception {
        sandbox = new WorldText()
                .capture(Ids.id("one"), CODE)
                .capture(Ids.id("two"), CODE)
                .scan(1, "'report': {'ITEMS_SEEN': ['00013562302284']}")
                .start();
        Desk desk = desk().facing(sandbox);
        try (ChildProcess killed =
                desk.set("shelftally.failpoint", "STEP_STARTS:3").nightElsewhere(DATE)) {
            assertThat(killed.exitCode()).isEqualTo(137);
        }
        desk.unset("shelftally.failpoint");
        assertThat(desk.night(DATE, "--scans", "gone.csv").code()).isEqualTo(65);
        desk.captures("capture_id,scan_id", Ids.id("one") + ",1", Ids.id("two") + ",1", Ids.id("three") + ",1");
        assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();
        assertThat(desk.night(DATE, "--wait", "60s").code()).isZero();
        reader = desk();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void theStartsAreListedTheNewestFirstWithoutAnyCredentials() {
        InProcess.Ended ended = reader.run("runs");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().toList())
                .hasSize(5)
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("run  date        started"),
                        last -> assertThat(last)
                                .contains("  4  " + DATE)
                                .endsWith("     0  published  nothing new, version 1 stands"),
                        third -> assertThat(third).contains("  3  " + DATE).endsWith("     0  published"),
                        second -> assertThat(second)
                                .contains("  2  " + DATE, "    65  bad input  gone.csv: there is no such file. Name"),
                        first -> assertThat(first).contains("  1  " + DATE, "  died       the next start"));
    }

    @Test
    void aDateAndANumberNarrowTheList() {
        assertThat(json("runs", "--last", "1").at("/runs")).hasSize(1);
        assertThat(json("runs", "--date", "2026-11-03").at("/runs")).isEmpty();
    }

    @Test
    void theFailedStartsAndThePublishedNightsAreListed() {
        assertThat(texts(json("runs", "--failed").at("/runs"), "state")).containsExactly("ENDED", "DIED");
        assertThat(json("runs", "--failed", "--last", "1").at("/runs/0/run").asInt())
                .isEqualTo(2);
        assertThat(reader.run("nights").out()).isEqualTo("""
                date        version  rows  open breaks  carried captures  carried scans
                2026-11-02        1     1            0                 0              0
                """);
        assertThat(json("nights", "--last", "1").at("/nights/0/business_date").asString())
                .isEqualTo(DATE);
        assertThat(reader.run("nights", "--last", "0").code()).isEqualTo(64);
    }

    @Test
    void whatAKilledRunDidIsKnown() {
        JsonNode killed = json("show", "1");

        assertThat(killed.at("/run/state").asString()).isEqualTo("DIED");
        assertThat(texts(killed.at("/steps"), "step")).containsExactly("takeWorkList", "collect", "linkCaptures");
        assertThat(killed.at("/quota/closient_calls").asLong()).isEqualTo(2);
        assertThat(killed.at("/published").isNull()).isTrue();
    }

    @Test
    void aPublishingRunTellsItsOwnCallsErrorsAndVersion() {
        JsonNode published = json("show", "3");

        assertThat(published.at("/calls")).hasSize(1);
        assertThat(published.at("/quota/closient_calls").asLong()).isEqualTo(1);
        assertThat(published.at("/quota/closient_per_day").asLong()).isEqualTo(10_000);
        assertThat(published.at("/quota/closient_left").asLong()).isBetween(9_000L, 9_999L);
        assertThat(published.at("/calls/0/result").asString()).isEqualTo("http_404");
        assertThat(published.at("/errors/0/calls").asLong()).isEqualTo(1);
        assertThat(published.at("/published/version").asInt()).isEqualTo(1);
        assertThat(Path.of(published.at("/published/directory").asString())).isDirectory();
        assertThat(published.at("/night/captures/UNKNOWN_CAPTURE").asLong()).isEqualTo(1);
        assertThat(published.at("/night/rows/CONFIRMED").asLong()).isEqualTo(1);
    }

    @Test
    void aRunThatFoundNothingNewSaysSo() {
        InProcess.Ended last = reader.run("show", "last");

        assertThat(last.code()).isZero();
        assertThat(last.out())
                .startsWith("run 4 of " + DATE + ": published (exit 0)\n")
                .contains("  published  nothing new, version 1 stands\n")
                .contains("\nno calls\n")
                .containsPattern("publish +COMPLETED");
    }

    @Test
    void aRunThatIsNotThereEndsWith65AndAWordThatIsNoRunWith64() {
        InProcess.Ended absent = reader.run("show", "9");
        InProcess.Ended wrong = reader.run("show", "lst");

        assertThat(absent.code()).isEqualTo(65);
        assertThat(absent.err())
                .startsWith(
                        "shelftally: there is no run 9; the nearest is 4.\njobs/shelftally runs lists the latest.\nlooked for in");
        assertThat(wrong.code()).isEqualTo(64);
        assertThat(wrong.err()).contains("\"lst\" is no run: give a number such as 12, or last");
        assertThat(reader.run("runs", "--last", "0").code()).isEqualTo(64);
    }

    private static Desk desk() {
        return new Desk(home)
                .captures("capture_id,scan_id", Ids.id("one") + ",1", Ids.id("two") + ",1")
                .scans("scan_id", "1");
    }

    private static JsonNode json(String... command) {
        String[] args = Arrays.copyOf(command, command.length + 1);
        args[command.length] = "--json";
        InProcess.Ended ended = reader.run(args);
        assertThat(ended.code()).as(ended.err()).isZero();
        return JsonMapper.shared().readTree(ended.out());
    }

    private static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asString())
                .toList();
    }
}
