package io.shelftally.operations.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.console.Style;
import io.shelftally.operations.history.PastRun.State;
import io.shelftally.operations.history.RunAccount.Night;
import io.shelftally.operations.history.RunAccount.Quota;
import io.shelftally.operations.history.RunAccount.Reason;
import io.shelftally.operations.history.RunWork.Calls;
import io.shelftally.operations.history.RunWork.Shared;
import io.shelftally.operations.history.RunWork.Step;
import io.shelftally.operations.history.RunWork.Version;
import io.shelftally.operations.history.RunWork.Window;
import io.shelftally.publication.export.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunTextTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 21);
    private static final Instant START = Instant.parse("2026-11-22T03:00:01.5Z");
    private static final PastRun DIED =
            new PastRun(1, NIGHT, State.DIED, START, null, null, null, "died", null, 1L, null);
    private static final PastRun FAILED = new PastRun(
            2,
            NIGHT,
            State.ENDED,
            START.plusSeconds(600),
            START.plusSeconds(600),
            40L,
            65,
            "bad input",
            "scans.csv: it holds no rows.\nAsk its sender for the whole list.",
            null,
            null);
    private static final PastRun PUBLISHED = new PastRun(
            3,
            NIGHT,
            State.ENDED,
            START.plusSeconds(900),
            START.plusSeconds(1_000),
            100_000L,
            0,
            "published",
            "published",
            2L,
            null);

    @Test
    void theListIsATableWithAnotherLineForEachRun() {
        assertThat(new RunList("runs", List.of(PUBLISHED, FAILED, DIED)).text(Style.PLAIN))
                .isEqualTo("""
                run  date        started                took  exit  meaning    message
                  3  2026-11-21  2026-11-22T03:15:01Z   1:40     0  published
                  2  2026-11-21  2026-11-22T03:10:01Z  0.0 s    65  bad input  scans.csv: it holds no rows. Ask its sender for the whole list.
                  1  2026-11-21  2026-11-22T03:00:01Z               died       the next start of its date resumes it
                """);
    }

    @Test
    void aTerminalFoldsTheMessage() {
        String narrow = new RunList("runs", List.of(FAILED)).text(new Style(false, 80));

        assertThat(narrow.lines().skip(2))
                .containsExactly(
                        "  2  2026-11-21  2026-11-22T03:10:01Z  0.0 s    65  bad input",
                        "  scans.csv: it holds no rows. Ask its sender for the whole list.");
    }

    @Test
    void jsonHasTheWholeMessageAndNullsForWhatIsNotKnown() {
        String json = Json.text(new RunList("runs", List.of(FAILED, DIED)).json());

        assertThat(json)
                .contains("Ask its sender for the whole list.")
                .contains("\"started\" : \"2026-11-22T03:00:01.500Z\"", "\"business_date\" : \"2026-11-21\"")
                .contains("\"state\" : \"DIED\"", "\"ended\" : null", "\"exit_code\" : null", "\"took_millis\" : null");
    }

    @Test
    void anEmptyListSaysSo() {
        assertThat(new RunList("failed runs", List.of()).text(Style.PLAIN)).isEqualTo("no failed runs\n");
    }

    @Test
    void theAccountOfARunTellsItsStepsCallsErrorsAndVersion() {
        assertThat(account().text(Style.PLAIN)).isEqualTo("""
                run 3 of 2026-11-21: published (exit 0)
                  started    2026-11-22T03:15:01Z, took 1:40
                  published  version 1, /srv/out/.versions/2026-11-21/1

                step          status      took
                takeWorkList  COMPLETED  0.2 s
                collect       STARTED

                vendor    call    result   calls    mean
                closient  read    ok          12    8 ms
                closient  read    timeout      2  900 ms
                pensa     report  ok           3   20 ms

                  quota      14 calls to closient by this run; 9912 of 10000 a day were left at its end
                  in flight  36 calls to pensa at its end, from 16 to 64
                  errors     closient: 2 timeout

                the night of 2026-11-21, as it stands now
                  scans      3 REPORTED
                  captures   2 IN_PROGRESS, 10 RECONCILED
                  rows       9 CONFIRMED
                """);
    }

    @Test
    void theAccountOfARunThatDiedAtItsStartSaysThatItDidNothing() {
        RunAccount account = new RunAccount(
                DIED,
                List.of(),
                List.of(),
                new Quota(0, null, null),
                null,
                List.of(),
                List.of(),
                null,
                new Night(NIGHT, Map.of(), Map.of(), Map.of()));

        assertThat(account.text(Style.PLAIN)).isEqualTo("""
                run 1 of 2026-11-21: died
                  message    the next start of its date resumes it
                  started    2026-11-22T03:00:01Z
                  published  nothing

                no step began

                no calls

                  quota      0 calls to closient by this run; what it left of the day is not known
                  errors     none

                the night of 2026-11-21, as it stands now
                  scans      none
                  captures   none
                """);
    }

    @Test
    void theAccountOfASharedRunTellsWhatEachProcessDid() {
        RunAccount alone = account();
        RunAccount account = new RunAccount(
                alone.run(),
                alone.steps(),
                alone.calls(),
                alone.quota(),
                alone.pensaInFlight(),
                alone.errors(),
                List.of(
                        new Shared("shelftally work 4711 1c2d3e4f", "node-01", 61_000, 40, 9, 7),
                        new Shared("shelftally nightly 12 99aa31f0", "node-02", 1_500, 2, 4, 0)),
                alone.published(),
                alone.night());

        assertThat(account.text(Style.PLAIN)).contains("""
                worker                          host      took  slices  settled  derived
                shelftally work 4711 1c2d3e4f   node-01   1:01      40        9        7
                shelftally nightly 12 99aa31f0  node-02  1.5 s       2        4        0
                """);
        assertThat(Json.text(account.json())).contains("\"slices\" : 40", "\"items\" : 9", "\"derived\" : 7");
    }

    @Test
    void theAccountAsJsonHasTheSameFigures() {
        assertThat(Json.text(account().json()))
                .contains("\"run\" : {", "\"exit_code\" : 0")
                .contains("\"step\" : \"collect\"", "\"took_millis\" : null")
                .contains("\"mean_millis\" : 900")
                .contains("\"closient_calls\" : 14", "\"closient_per_day\" : 10000", "\"closient_left\" : 9912")
                .contains("\"pensa_in_flight\" : {", "\"last\" : 36", "\"least\" : 16", "\"most\" : 64")
                .contains("\"reason\" : \"timeout\"")
                .contains("\"directory\" : \"/srv/out/.versions/2026-11-21/1\"", "\"shown\" : true")
                .contains("\"RECONCILED\" : 10");
    }

    private static RunAccount account() {
        return new RunAccount(
                PUBLISHED,
                List.of(new Step("takeWorkList", "COMPLETED", 210L), new Step("collect", "STARTED", null)),
                List.of(
                        new Calls("closient", "read", "ok", 12, 8),
                        new Calls("closient", "read", "timeout", 2, 900),
                        new Calls("pensa", "report", "ok", 3, 20)),
                new Quota(14, 10_000L, 9_912L),
                new Window(36, 16, 64),
                List.of(new Reason("closient", "timeout", 2)),
                List.of(),
                new Version(1, "/srv/out/.versions/2026-11-21/1", true),
                new Night(
                        NIGHT,
                        Map.of("REPORTED", 3L),
                        new TreeMap<>(Map.of("RECONCILED", 10L, "IN_PROGRESS", 2L)),
                        Map.of("CONFIRMED", 9L)));
    }
}
