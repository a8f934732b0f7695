package io.shelftally.calls.collect;

import static io.shelftally.calls.collect.ScriptedLane.busy;
import static io.shelftally.calls.collect.ScriptedLane.lost;
import static io.shelftally.calls.collect.ScriptedLane.settled;
import static io.shelftally.calls.collect.ScriptedLane.unsettled;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.collect.ScriptedLane.Result;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.window.Window;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that usually takes 20 ms, and its second one; late after 30. */
class RaceTests {

    private static final String KIND = "report";

    private final Hedging hedging = new Hedging(0.2);
    private final Race<String, Result> race = race("a", Optional.of(KIND));
    private final Runner<String, Result> first = race.first();
    private boolean firstWasInterrupted;
    private boolean secondWasInterrupted;

    @BeforeEach
    void learn() {
        IntStream.range(0, 100).forEach(i -> {
            hedging.began(KIND);
            hedging.ended(KIND, millis(20));
        });
    }

    @Test
    void aPunctualCallIsMadeOnce() {
        begin(0);

        assertThat(race.look(millis(25))).isEmpty();
        Completed<String, Result> end = end(first, 26, settled()).orElseThrow();
        assertThat(end.unused()).isEmpty();
        assertThat(race.look(millis(100))).isEmpty();
    }

    @Test
    void aLateCallIsMadeASecondTimeAndNoThird() {
        begin(0);

        assertThat(race.look(millis(40))).isPresent();
        assertThat(race.look(millis(41))).isEmpty();
        assertThat(race.look(millis(500))).isEmpty();
    }

    @Test
    void theFirstWholeAnswerWinsAndTheOtherCallIsGivenUpAndCounted() {
        Runner<String, Result> second = late();
        Result answer = settled();

        Completed<String, Result> end = end(second, 60, answer).orElseThrow();

        assertThat(end.result()).isSameAs(answer);
        assertThat(end.unused()).containsExactly(new Unused("hedged", Duration.ofMillis(60)));
        assertThat(firstWasInterrupted).isTrue();
        assertThat(secondWasInterrupted).isFalse();
        assertThat(end(first, 2000, settled())).isEmpty();
    }

    @Test
    void theFirstCallMayStillWin() {
        Runner<String, Result> second = late();
        Result answer = unsettled();

        Completed<String, Result> end = end(first, 45, answer).orElseThrow();

        assertThat(end.result()).isSameAs(answer);
        assertThat(end.unused()).containsExactly(new Unused("hedged", Duration.ofMillis(5)));
        assertThat(secondWasInterrupted).isTrue();
        assertThat(end(second, 60, settled())).isEmpty();
    }

    @Test
    void aFailureWaitsForTheOtherCall() {
        Runner<String, Result> second = late();
        Result answer = settled();

        assertThat(end(second, 50, lost())).isEmpty();
        Completed<String, Result> end = end(first, 90, answer).orElseThrow();

        assertThat(end.result()).isSameAs(answer);
        assertThat(end.unused()).extracting(Unused::result).containsExactly("LOST");
    }

    @Test
    void twoFailuresAreOne() {
        Runner<String, Result> second = late();
        Result failure = lost();

        assertThat(end(first, 50, failure)).isEmpty();
        Completed<String, Result> end = end(second, 90, busy("2")).orElseThrow();

        assertThat(end.result()).isSameAs(failure);
        assertThat(end.unused()).hasSize(1);
    }

    @Test
    void aFirstCallThatFailsAloneHasFailed() {
        begin(0);

        assertThat(end(first, 10, lost())).isPresent();
        assertThat(race.look(millis(100))).isEmpty();
    }

    @Test
    void aSecondCallThatIsLateItselfIsGivenUp() {
        late();

        race.look(millis(150));

        assertThat(secondWasInterrupted).isTrue();
        Completed<String, Result> end = end(first, 2000, settled()).orElseThrow();
        assertThat(end.unused()).containsExactly(new Unused("hedged", Duration.ofMillis(110)));
    }

    @Test
    void aSecondCallIsNotBegunOnceTheFirstHasAnswered() {
        begin(0);
        Runner<String, Result> second = race.look(millis(40)).orElseThrow();

        Completed<String, Result> end = end(first, 41, settled()).orElseThrow();

        assertThat(begin(second, 42)).isFalse();
        assertThat(end.unused()).isEmpty();
    }

    @Test
    void aSecondCallThatIsGivenUpBeforeItIsSentIsNotCountedAndNotSentAnyMore() {
        begin(0);
        Runner<String, Result> second = race.look(millis(40)).orElseThrow();
        begin(second, 40);

        Completed<String, Result> end = end(first, 41, settled()).orElseThrow();

        assertThat(end.unused()).isEmpty();
        assertThat(secondWasInterrupted).isTrue();
        assertThat(second.send()).isFalse();
    }

    @Test
    void theLastSecondCallThatIsGivenUpLeavesTheFailureToTheFirst() {
        late();
        race.look(millis(150));
        Result failure = lost();

        assertThat(end(first, 2000, failure).orElseThrow().result()).isSameAs(failure);
    }

    @Test
    void anAnswerThatAsksToBeSparedEndsSecondCallsForAWhile() {
        begin(0);
        end(first, 10, busy("1"));
        Race<String, Result> next = race("b", Optional.of(KIND));
        next.first().begin(millis(20), true, () -> {});

        assertThat(next.look(millis(2000))).isEmpty();
    }

    @Test
    void aCallThatMayNotBeRepeatedIsNot() {
        Race<String, Result> other = race("b", Optional.empty());
        other.first().begin(0, true, () -> {});

        assertThat(other.look(millis(100_000))).isEmpty();
    }

    private Race<String, Result> race(String call, Optional<String> kind) {
        return new Race<>(call, new Lessons(kind, hedging, Window.of(8)));
    }

    /** The first call is late at 40 ms, and the second is begun. */
    private Runner<String, Result> late() {
        begin(0);
        Runner<String, Result> second = race.look(millis(40)).orElseThrow();
        assertThat(begin(second, 40)).isTrue();
        assertThat(second.send()).isTrue();
        return second;
    }

    private void begin(long atMillis) {
        first.begin(millis(atMillis), true, () -> firstWasInterrupted = true);
        first.send();
    }

    private boolean begin(Runner<String, Result> second, long atMillis) {
        return second.begin(millis(atMillis), true, () -> secondWasInterrupted = true);
    }

    private static Optional<Completed<String, Result>> end(
            Runner<String, Result> runner, long atMillis, Result result) {
        runner.arrive(millis(atMillis));
        return runner.end(result);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
