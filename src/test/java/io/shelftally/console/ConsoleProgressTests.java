package io.shelftally.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.collect.LaneFigures;
import io.shelftally.calls.collect.Tally;
import io.shelftally.night.run.HandClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleProgressTests {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final HandClock clock = new HandClock();
    private final StringWriter shown = new StringWriter();

    @Test
    void aTerminalShowsOneLineThatIsRefreshedInPlace() {
        ConsoleProgress progress = terminal(120);

        progress.step("collect");
        collect(progress, 10);

        assertThat(screen())
                .containsExactly("collect 0:10  captures 45/1200, 4.5/s, 32 in flight, 4:17 left, quota 8367;"
                        + " scans 100/340, 10/s, 8 in flight, 0:24 left");
        assertThat(shown.toString()).doesNotContain("\n");
    }

    @Test
    void aNarrowTerminalShowsLess() {
        ConsoleProgress progress = terminal(80);

        progress.step("collect");
        collect(progress, 10);

        assertThat(screen())
                .containsExactly("collect 0:10  captures 45/1200, 4:17 left, quota 8367; scans 100/340, 0:24 left");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 20, 40, 60, 80, 81, 100, 132})
    void noLineIsWiderThanTheTerminal(int columns) {
        ConsoleProgress progress = terminal(columns);

        progress.step("collect");
        collect(progress, 100);
        progress.step("linkCaptures");
        progress.items("captures", 123_456_789_012L, 123_456_789_012L);
        progress.finish();

        for (String written : shown.toString().split("[\r\n]", -1)) {
            assertThat(written.length()).isLessThan(columns);
        }
    }

    @Test
    void aShorterLineLeavesNothingOfALongerOne() {
        ConsoleProgress progress = terminal(120);

        progress.step("publish");
        progress.items("reconciled_items", 1_000_000, 0);
        clock.advance(SECOND);
        progress.items("reconciled_items", 1_000_000, 0);
        progress.finish();
        progress.step("x");
        progress.finish();

        assertThat(screen()).containsExactly("publish took 0:01: reconciled_items 1000000", "x took 0:00");
    }

    @Test
    void aTerminalIsWrittenToFiveTimesASecondAtTheMost() {
        ConsoleProgress progress = terminal(120);

        progress.step("reconcile");
        for (int i = 0; i < 1000; i++) {
            clock.advance(Duration.ofMillis(1));
            progress.items("scans", i, 20_000);
        }

        assertThat(shown.toString().split("\r", -1)).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void elsewhereAPlainLineComesEveryThirtySecondsAndOneAtTheEndOfEachStep() {
        ConsoleProgress progress = plain(false);

        progress.step("takeWorkList");
        progress.say("plan for 2026-11-21\n");
        clock.advance(SECOND);
        progress.step("collect");
        collect(progress, 65);
        progress.step("reconcile");
        clock.advance(SECOND);
        progress.items("scans", 340, 340);
        progress.finish();
        progress.finish();

        assertThat(shown).hasToString("""
                plan for 2026-11-21
                takeWorkList took 0:01
                collect 0:30  captures 145/1200, 4.8/s, 32 in flight, 3:42 left, quota 8267; scans 300/340, 10/s, 8 in flight, 0:04 left
                collect 1:00  captures 295/1200, 4.8/s, 32 in flight, 3:11 left, quota 8117; scans 340/340, 8 in flight
                collect took 1:05: captures 325/1200; scans 340/340
                reconcile took 0:01: scans 340/340
                """);
    }

    @Test
    void whereThereIsNoTerminalNoControlCharacterIsWritten() {
        ConsoleProgress progress = plain(false);

        progress.step("collect");
        collect(progress, 200);
        progress.say("two\nlines\n");
        progress.step("publish");
        progress.items("captures", 1, 0);
        progress.finish();

        assertThat(shown.toString().chars().filter(c -> c < ' ' || c > '~')).containsOnly((int) '\n');
    }

    @Test
    void quietShowsNothing() {
        ConsoleProgress progress = plain(true);

        progress.step("collect");
        collect(progress, 100);
        progress.say("plan\n");
        progress.step("publish");
        progress.finish();

        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void theRateIsThatOfTheLastSecondsAndComesOnceItMeansSomething() {
        ConsoleProgress progress = terminal(120);

        progress.step("reconcile");
        progress.items("scans", 0, 4000);
        assertThat(shown.toString()).isEmpty();
        seconds(progress, 2, 100);
        assertThat(screen()).containsExactly("reconcile 0:02  scans 200/4000");
        seconds(progress, 8, 100);
        assertThat(screen()).containsExactly("reconcile 0:10  scans 1000/4000, 100/s, 0:30 left");
        seconds(progress, 30, 10);

        assertThat(screen()).containsExactly("reconcile 0:40  scans 1300/4000, 10/s, 4:30 left");
    }

    @Test
    void theTimeLeftEndsWithTheWaitingTime() {
        ConsoleProgress progress = plain(false);

        progress.step("collect");
        for (int i = 0; i <= 30; i++) {
            progress.lane(new LaneFigures(
                    "scans",
                    new Tally(7, 9),
                    OptionalInt.of(0),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    HALF_AN_HOUR.minusSeconds(i)));
            clock.advance(SECOND);
        }

        assertThat(shown).hasToString("collect 0:30  scans 7/9, 0.0/s, 0 in flight, 29:30 left\n");
    }

    /** Others make the calls, so only how many there may be is known. */
    @Test
    void whatOthersDoStandsBesideTheItemsUntilTheStepEnds() {
        ConsoleProgress progress = plain(false);
        ConsoleProgress narrow = terminal(50);

        for (ConsoleProgress one : List.of(progress, narrow)) {
            one.step("collect");
            one.beside("2 workers: web1 312/min on 4 parts, web2 waits", "2 workers");
            clock.advance(Duration.ofSeconds(30));
            one.lane(new LaneFigures(
                    "scans",
                    new Tally(7, 9),
                    OptionalInt.empty(),
                    OptionalInt.of(64),
                    OptionalLong.empty(),
                    HALF_AN_HOUR));
        }

        assertThat(screen())
                .containsExactly(
                        "collect 0:30  scans 7/9, up to 64 in flight; 2 workers: web1 312/min on 4 parts, web2 waits",
                        "collect 0:30  scans 7/9; 2 workers");
        progress.step("reconcile");
        clock.advance(Duration.ofSeconds(30));
        progress.items("scans", 1, 9);
        assertThat(shown.toString()).endsWith("reconcile 0:30  scans 1/9\n");
    }

    @Test
    void whatIsSaidTakesThePlaceOfTheLine() {
        ConsoleProgress progress = terminal(60);

        progress.step("takeWorkList");
        clock.advance(SECOND);
        progress.items("rows", 1_000_000, 0);
        progress.say("plan\n  a\n");
        clock.advance(SECOND);
        progress.items("rows", 2_000_000, 0);
        progress.finish();

        assertThat(screen()).containsExactly("plan", "  a", "takeWorkList took 0:02: rows 2000000");
    }

    private ConsoleProgress terminal(int columns) {
        return new ConsoleProgress(new PrintWriter(shown), new Terminal(columns), false, clock);
    }

    private ConsoleProgress plain(boolean quiet) {
        return new ConsoleProgress(new PrintWriter(shown), Terminal.NONE, quiet, clock);
    }

    /** Five captures and ten scans a second; the scans speak first, so a line has the captures of a second before. */
    private void collect(ConsoleProgress progress, int seconds) {
        for (int i = 0; i <= seconds; i++) {
            if (i > 0) {
                clock.advance(SECOND);
            }
            Duration waiting = HALF_AN_HOUR.minusSeconds(i);
            progress.lane(new LaneFigures(
                    "scans",
                    new Tally(Math.min(340, 10L * i), 340),
                    OptionalInt.of(8),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    waiting));
            progress.lane(new LaneFigures(
                    "captures",
                    new Tally(5L * i, 1200),
                    OptionalInt.of(32),
                    OptionalInt.empty(),
                    OptionalLong.of(8412 - 5L * i),
                    waiting));
        }
    }

    private long done;

    private void seconds(ConsoleProgress progress, int seconds, int each) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(SECOND);
            done += each;
            progress.items("scans", done, 4000);
        }
    }

    /** What a terminal shows of everything written, without blanks at the ends of lines. */
    private String[] screen() {
        return Stream.of(shown.toString().split("\n", 0))
                .map(ConsoleProgressTests::shown)
                .toArray(String[]::new);
    }

    /** A line after its returns: each part overwrites the beginning of what was there. */
    private static String shown(String line) {
        StringBuilder screen = new StringBuilder();
        for (String part : line.split("\r", -1)) {
            screen.replace(0, Math.min(part.length(), screen.length()), part);
        }
        return screen.toString().stripTrailing();
    }
}
