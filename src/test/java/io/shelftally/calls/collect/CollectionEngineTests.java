package io.shelftally.calls.collect;

import static io.shelftally.calls.collect.ScriptedLane.busy;
import static io.shelftally.calls.collect.ScriptedLane.lost;
import static io.shelftally.calls.collect.ScriptedLane.notReady;
import static io.shelftally.calls.collect.ScriptedLane.settled;
import static io.shelftally.calls.collect.ScriptedLane.unsettled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.night.run.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine on a virtual clock: each call takes a second unless a test says otherwise. */
class CollectionEngineTests {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final PollSettings POLLS = new PollSettings(Duration.ofSeconds(2), Duration.ofSeconds(60));
    private static final RetrySettings RETRIES = new RetrySettings(4, Duration.ofMillis(500), Duration.ofSeconds(30));

    private final HandClock clock = new HandClock();
    private final StopSignal stop = new StopSignal();

    @Test
    void everyItemIsAskedUntilItIsSettledAndThenTheLaneEnds() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> nth < 3 ? unsettled() : settled(), "a", "b");

        drive(lane, Gate.OPEN, workers(lane, 4));

        assertThat(lane.called).containsExactly("a@1000", "b@1000", "a@4000", "b@4000", "a@9000", "b@9000");
        assertThat(lane.ended).isEqualTo(1);
    }

    @Test
    void nothingToDoEndsAtOnce() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> settled());
        VirtualWorkers<String, ScriptedLane.Result> workers = workers(lane, 4);

        drive(lane, Gate.OPEN, workers);

        assertThat(clock.instant()).isEqualTo(HandClock.START);
        assertThat(workers.awaits()).isEqualTo(1);
        assertThat(lane.ended).isEqualTo(1);
    }

    @Test
    void answersAreSettledInTheOrderOfTheirCompletion() throws Exception {
        Map<String, Duration> latencies =
                Map.of("a", Duration.ofSeconds(3), "b", Duration.ofSeconds(1), "c", Duration.ofSeconds(2));
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> settled(), "a", "b", "c");

        drive(lane, Gate.OPEN, workers(lane, 4, id -> latencies.getOrDefault(id, SECOND)));

        assertThat(lane.settled).containsExactly("b", "c", "a");
    }

    @Test
    void oneSlowCallHoldsUpNoOther() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> settled(), many(100));

        drive(lane, Gate.OPEN, workers(lane, 2, id -> id.equals("0") ? Duration.ofSeconds(60) : SECOND));

        assertThat(elapsed()).isLessThan(Duration.ofSeconds(101));
        assertThat(lane.settled.get(59)).isEqualTo("0");
    }

    @Test
    void theWindowIsNeverExceeded() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> nth < 3 ? unsettled() : settled(), many(200));
        VirtualWorkers<String, ScriptedLane.Result> workers = new VirtualWorkers<>(lane, clock, 8, 5, id -> SECOND);

        drive(lane, Gate.OPEN, workers);

        assertThat(workers.mostAtOnce()).isEqualTo(13);
        assertThat(lane.settled).hasSize(600);
    }

    @Test
    void aWaitingTimeOfZeroIsExactlyOneLookAtEachItem() throws Exception {
        ScriptedLane lane = lane(Duration.ZERO, (item, nth) -> unsettled(), many(300));

        drive(lane, Gate.OPEN, workers(lane, 4));

        assertThat(lane.called).hasSize(300).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 300).mapToObj(Integer::toString)).allMatch(id -> lane.callsOf(id) == 1);
        assertThat(lane.ended).isEqualTo(1);
    }

    @Test
    void atTheEndOfTheWaitingTimeUnsettledItemsAreLeft() throws Exception {
        ScriptedLane lane = lane(Duration.ofMinutes(10), (item, nth) -> unsettled(), "a", "b");

        drive(lane, Gate.OPEN, workers(lane, 4));

        assertThat(elapsed()).isLessThanOrEqualTo(Duration.ofMinutes(10).plus(SECOND));
        assertThat(lane.callsOf("a")).isEqualTo(14);
        assertThat(lane.ended).isEqualTo(1);
    }

    @Test
    void aCallThatFailsAtTheEndOfTheWaitingTimeKeepsItsAttempts() throws Exception {
        ScriptedLane lane = lane(Duration.ZERO, (item, nth) -> nth < 4 ? lost() : settled(), "a");

        drive(lane, Gate.OPEN, workers(lane, 4));

        assertThat(lane.callsOf("a")).isEqualTo(4);
    }

    @Test
    void attemptsThatAllFailEndBoundedAfterTheWaitingTime() throws Exception {
        ScriptedLane lane = lane(Duration.ZERO, (item, nth) -> lost(), many(10));

        drive(lane, Gate.OPEN, workers(lane, 4));

        assertThat(lane.called).hasSize(40);
        assertThat(lane.ended).isEqualTo(1);
    }

    @Test
    void aRetryAfterIsHonoured() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> nth == 1 ? busy("90") : settled(), "a");

        drive(lane, Gate.OPEN, workers(lane, 4));

        assertThat(lane.called).containsExactly("a@1000", "a@92000");
    }

    @Test
    void aRetryAfterOfAnItemThatIsNotReadyIsHonoured() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> nth == 1 ? notReady("300") : settled(), "a");

        drive(lane, Gate.OPEN, workers(lane, 4));

        assertThat(lane.called).containsExactly("a@1000", "a@302000");
    }

    @Test
    void aRetryAfterBeyondTheWaitingTimeLeavesTheItem() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> busy("7200"), "a");

        drive(lane, Gate.OPEN, workers(lane, 4));

        assertThat(lane.called).hasSize(1);
        assertThat(elapsed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aRetryAfterOfZeroIsNoReasonToAskWithoutAPause() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> notReady("0"), "a");

        drive(lane, Gate.OPEN, workers(lane, 4));

        assertThat(lane.called.size()).isLessThan(1000);
    }

    @Test
    void waitingDoesNotSpin() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> unsettled(), many(20));
        VirtualWorkers<String, ScriptedLane.Result> workers = workers(lane, 4);

        drive(lane, Gate.OPEN, workers);

        assertThat(workers.awaits()).isLessThan(4 * 1800 + 2 * lane.called.size());
    }

    @Test
    void aStopEndsTheRunAndPutsBackWhatWasNotBegun() throws Exception {
        ScriptedLane lane = lane(
                HALF_AN_HOUR,
                (item, nth) -> {
                    stop.set();
                    return settled();
                },
                many(20));
        CountingGate gate = new CountingGate(20);

        assertThatThrownBy(() -> drive(lane, gate, new VirtualWorkers<>(lane, clock, 2, 6, id -> SECOND)))
                .isInstanceOf(StoppedException.class);
        assertThat(lane.settled).containsExactly("0", "1", "2", "3");
        assertThat(lane.released).containsExactly("4", "5", "6", "7");
        assertThat(gate.open()).isZero();
        assertThat(lane.ended).isZero();
    }

    @Test
    void aStopWaitsAMomentForWhatIsInFlightAndNoLonger() {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> settled(), "a", "b");
        VirtualWorkers<String, ScriptedLane.Result> workers =
                workers(lane, 2, id -> id.equals("a") ? Duration.ofSeconds(5) : Duration.ofHours(1));
        Progress stopsAtOnce = new Progress() {
            @Override
            public void step(String name) {}

            @Override
            public void lane(LaneFigures figures) {
                stop.set();
            }

            @Override
            public void items(String name, long done, long total) {}

            @Override
            public void say(String lines) {}
        };

        assertThatThrownBy(() -> workers.drive(Gate.OPEN, new Watch(pace(HALF_AN_HOUR), stop, stopsAtOnce)))
                .isInstanceOf(StoppedException.class);
        assertThat(lane.settled).containsExactly("a");
        assertThat(elapsed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void aGateThatLetsFewThroughIsAskedAgainAfterItsPause() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> settled(), many(25));
        CountingGate gate = new CountingGate(10).renewedEvery(clock, Duration.ofSeconds(60));

        drive(lane, gate, workers(lane, 32));

        assertThat(lane.called).filteredOn(call -> call.endsWith("@1000")).hasSize(10);
        assertThat(lane.called).filteredOn(call -> call.endsWith("@61000")).hasSize(10);
        assertThat(lane.called).filteredOn(call -> call.endsWith("@121000")).hasSize(5);
        assertThat(lane.deferred).isEmpty();
        assertThat(gate.open()).isZero();
    }

    @Test
    void aMinutesQuotaIsWaitedForEvenAfterTheWaitingTime() throws Exception {
        ScriptedLane lane = lane(Duration.ZERO, (item, nth) -> settled(), many(25));
        CountingGate gate = new CountingGate(10).renewedEvery(clock, Duration.ofSeconds(60));

        drive(lane, gate, workers(lane, 32));

        assertThat(lane.called).hasSize(25);
        assertThat(lane.deferred).isEmpty();
    }

    @Test
    void aSpentQuotaDefersWhatIsLeftAndEndsTheLane() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> settled(), many(25));
        CountingGate gate = new CountingGate(10);

        drive(lane, gate, workers(lane, 32));

        assertThat(lane.called).hasSize(10);
        assertThat(lane.deferred).hasSize(15);
        assertThat(elapsed()).isLessThan(Duration.ofSeconds(5));
        assertThat(lane.ended).isEqualTo(1);
    }

    @Test
    void whatWasInFlightWhenTheQuotaWasSpentIsSettledAndThenDeferredToo() throws Exception {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> nth == 1 ? unsettled() : settled(), many(25));
        CountingGate gate = new CountingGate(10);

        drive(lane, gate, workers(lane, 32));

        assertThat(lane.called).hasSize(10);
        assertThat(lane.deferred).hasSize(25).doesNotHaveDuplicates();
        assertThat(elapsed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aVendorThatIsDownIsSparedAndGivenUpAfterTheWaitingTime() {
        ScriptedLane lane = lane(HALF_AN_HOUR, (item, nth) -> lost(), many(400));

        assertThatThrownBy(() -> drive(lane, Gate.OPEN, workers(lane, 32)))
                .isInstanceOfSatisfying(
                        VendorException.class, end -> assertThat(end.reason()).isEqualTo(Reason.UNAVAILABLE))
                .hasMessageMatching("no answer to the last calls for items, and the waiting time is over:"
                        + " no answer from vendor:443 in time, ([0-9]+) of \\1 calls. Run again later: it resumes.");
        assertThat(lane.called.size()).isLessThan(250);
        assertThat(elapsed()).isBetween(HALF_AN_HOUR, HALF_AN_HOUR.plusMinutes(2));
    }

    @Test
    void aVendorThatComesBackIsAskedForEverything() throws Exception {
        Instant back = HandClock.START.plus(Duration.ofMinutes(10));
        ScriptedLane lane =
                lane(HALF_AN_HOUR, (item, nth) -> clock.instant().isBefore(back) ? lost() : settled(), many(500));

        drive(lane, Gate.OPEN, workers(lane, 32));

        assertThat(lane.settled.stream().distinct()).hasSize(500);
        assertThat(elapsed()).isLessThan(Duration.ofMinutes(15));
        assertThat(lane.ended).isEqualTo(1);
    }

    private void drive(ScriptedLane lane, Gate gate, VirtualWorkers<String, ScriptedLane.Result> workers)
            throws InterruptedException {
        workers.drive(gate, new Watch(lane.pace(), stop, Progress.NONE));
    }

    private VirtualWorkers<String, ScriptedLane.Result> workers(ScriptedLane lane, int inFlight) {
        return workers(lane, inFlight, id -> SECOND);
    }

    private VirtualWorkers<String, ScriptedLane.Result> workers(
            ScriptedLane lane, int inFlight, Function<String, Duration> latency) {
        return new VirtualWorkers<>(lane, clock, inFlight, 0, latency);
    }

    private ScriptedLane lane(Duration waiting, ScriptedLane.Script script, String... ids) {
        return new ScriptedLane(clock, pace(waiting), script, Stream.of(ids));
    }

    private Pace pace(Duration waiting) {
        return pace(clock, waiting);
    }

    static Pace pace(HandClock clock, Duration waiting) {
        return new Pace(POLLS, RETRIES, clock, clock.instant().plus(waiting));
    }

    private Duration elapsed() {
        return Duration.between(HandClock.START, clock.instant());
    }

    private static String[] many(int number) {
        return IntStream.range(0, number).mapToObj(Integer::toString).toArray(String[]::new);
    }
}
