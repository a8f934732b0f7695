package io.shelftally.calls.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.window.QueueingVendor.Run;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window against vendors of so many workers, in virtual time. */
class AutoWindowTests {

    private static final int CALLS = 20_000;
    private static final int UNBOUNDED = 1_000_000;

    @Test
    void itGoesOnFromWhatAnotherHasFound() {
        AutoWindow window = new AutoWindow();

        window.goOnFrom(100, 0);
        assertThat(window.figures()).isEqualTo(new WindowFigures(true, 100, 100, 100));
        window.ended(new EndedCall("report", 1, 2, true, true));
        assertThat(window.figures()).isEqualTo(new WindowFigures(true, 66, 66, 100));

        window.goOnFrom(1000, 3);
        assertThat(window.figures()).isEqualTo(new WindowFigures(true, 512, 66, 512));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 5",
        "4, 20",
        "4, 200",
        "4, 2000",
        "8, 5",
        "8, 20",
        "8, 200",
        "8, 2000",
        "32, 20",
        "32, 200",
        "32, 2000",
        "128, 20",
        "128, 200",
        "128, 2000",
        "512, 200",
        "512, 2000",
        "1000000, 200"
    })
    void itIsNearlyAsFastAsTheBestFixedWindowAndDoesNotQueue(int workers, double millis) {
        isGood(0.9, 1.5, 1, CALLS, vendor -> vendor.workers(workers).taking(any -> millis));
    }

    /** A night of some seconds, of which the search is a good part. */
    @ParameterizedTest
    @CsvSource({"8, 20, 4000", "32, 20, 8000", "128, 20, 12000", "1000000, 200, 8000"})
    void soItIsInAShortNight(int workers, double millis, int calls) {
        isGood(0.9, 1.5, 1, calls, vendor -> vendor.workers(workers).taking(any -> millis));
    }

    /** Connections are opened, code is compiled, answers are read and stored, and all of it stands still now and then. */
    @ParameterizedTest
    @CsvSource({
        "4, 20, 1",
        "8, 20, 2",
        "8, 20, 3",
        "8, 200, 4",
        "32, 20, 5",
        "32, 20, 6",
        "32, 200, 7",
        "128, 20, 8",
        "128, 200, 9",
        "1000000, 200, 10",
        "1000000, 200, 11"
    })
    void whatTheMachineDoesBesidesDoesNotDeceiveIt(int workers, double millis, long seed) {
        isGood(
                0.85,
                8,
                seed,
                8000,
                vendor -> vendor.workers(workers).taking(any -> millis).askedFrom(seed));
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "8, 2", "8, 3", "32, 4", "32, 5", "128, 6", "1000000, 7"})
    void timesThatSpreadDoNotDeceiveIt(int workers, long seed) {
        isGood(
                0.88,
                2.5,
                seed,
                CALLS,
                vendor -> vendor.workers(workers).taking(random -> -20 * Math.log(1 - random.nextDouble())));
        isGood(
                0.88,
                3,
                seed,
                CALLS,
                vendor -> vendor.workers(workers).taking(random -> 20 * Math.exp(random.nextGaussian())));
    }

    /** Scans that are much slower than others keep workers busy: by their chance order, latency jumps with no window's doing. */
    @ParameterizedTest
    @CsvSource({
        "8, 0.01, 2000",
        "8, 0.05, 400",
        "8, 0.2, 400",
        "8, 0.4, 200",
        "32, 0.01, 2000",
        "32, 0.05, 400",
        "32, 0.2, 400",
        "32, 0.4, 200",
        "128, 0.01, 2000",
        "128, 0.05, 400",
        "128, 0.2, 400"
    })
    void slowItemsDoNotMakeItSmall(int workers, double share, double slow) {
        isGood(
                0.85,
                4,
                1,
                CALLS,
                vendor -> vendor.workers(workers).taking(random -> random.nextDouble() < share ? slow : 20));
    }

    /** As where the scans of large stores follow each other. */
    @ParameterizedTest
    @CsvSource({"8, 700", "32, 700", "32, 2000", "128, 3000"})
    void slowItemsInARowDoNotEither(int workers, int row) {
        isGood(0.85, 2.5, 1, CALLS, vendor -> {
            AtomicInteger calls = new AtomicInteger();
            return vendor.workers(workers).taking(any -> calls.getAndIncrement() / row % 3 == 0 ? 60 : 20);
        });
    }

    /** Half of the answers come from a cache: the lowest latency seen says nothing of the others. */
    @ParameterizedTest
    @CsvSource({"8, 1", "32, 2", "128, 3"})
    void aVendorThatCachesDoesNotMakeItSmall(int workers, long seed) {
        isGood(0.85, 4, seed, CALLS, vendor -> vendor.workers(workers).taking(random -> random.nextBoolean() ? 1 : 20));
    }

    @ParameterizedTest
    @CsvSource({"8", "32"})
    void callsThatAreSlowByChanceDoNotMakeItSmall(int workers) {
        isGood(
                0.75,
                1.5,
                1,
                CALLS,
                vendor -> vendor.workers(workers)
                        .taking(any -> 20)
                        .besides(random -> random.nextInt(100) == 0 ? 1980 : 0));
    }

    /** The first answers are quick, as after a quiet evening: there is no lowest latency that would be held against the others. */
    @Test
    void aGoodBeginningIsNotHeldAgainstTheRest() {
        isGood(0.85, 1.5, 1, CALLS, vendor -> {
            AtomicInteger calls = new AtomicInteger();
            return vendor.workers(64).taking(any -> calls.getAndIncrement() < 1000 ? 2 : 20);
        });
    }

    @ParameterizedTest
    @CsvSource({"8, 20, 32, 20", "32, 20, 8, 20", "8, 20, 8, 60", "32, 60, 32, 20", "128, 20, 16, 20"})
    void itFollowsAVendorThatChangesInTheMiddleOfTheNight(int workers, double millis, int later, double laterMillis) {
        double change = 10_000 * millis / 1000 / workers;
        isGood(
                0.85,
                1.6,
                1,
                CALLS,
                vendor -> vendor.workers(workers)
                        .taking(any -> millis)
                        .changing(change, () -> vendor.workers(later).taking(any -> laterMillis)));
    }

    @Test
    void aVendorThatLosesWorkersGetsFewerCalls() {
        AutoWindow window = new AutoWindow();
        new QueueingVendor(1, window).workers(64).run(CALLS);
        int before = window.inFlight();

        Run later = new QueueingVendor(2, window).workers(8).run(CALLS);

        assertThat(before).isBetween(50, 100);
        assertThat(later.lastWindow()).as("%s", later).isBetween(6, 14);
    }

    @ParameterizedTest
    @CsvSource({"20, 500", "100, 500"})
    void aVendorThatAsksToBeSparedIs(int limit, int refused) {
        QueueingVendor vendor = new QueueingVendor(1, new AutoWindow()).refusingAbove(limit);

        Run run = vendor.run(CALLS);

        assertThat(run.lastWindow()).as("%s", run).isBetween(limit / 2, limit * 3 / 2);
        assertThat(run.refused()).as("%s", run).isLessThan(refused);
    }

    /** As a vendor that is started anew answers 503 for a second and a half. */
    @ParameterizedTest
    @CsvSource({"8", "32", "128"})
    void aBurstOfRefusalsIsGotOver(int workers) {
        isGood(
                0.7,
                1.5,
                1,
                CALLS,
                vendor -> vendor.workers(workers)
                        .changing(2, () -> vendor.refusingAbove(0))
                        .changing(3.5, () -> vendor.refusingAbove(Integer.MAX_VALUE)));
    }

    @Test
    void itBeginsAt32AndStaysWithinItsBounds() {
        AutoWindow large = new AutoWindow();
        assertThat(large.figures()).isEqualTo(new WindowFigures(true, 32, 32, 32));

        new QueueingVendor(1, large).workers(UNBOUNDED).taking(any -> 200).run(CALLS);
        AutoWindow small = new AutoWindow();
        new QueueingVendor(1, small).workers(1).run(CALLS);

        assertThat(large.figures().most()).isEqualTo(512);
        assertThat(large.figures().least()).isEqualTo(32);
        assertThat(small.figures().least()).isEqualTo(4);
    }

    @Test
    void aRunThatHasLittleToAskLearnsNothingOfIt() {
        AutoWindow window = new AutoWindow();
        for (int i = 0; i < 1000; i++) {
            window.ended(new EndedCall("report", i * 1_000_000L, (i + 20) * 1_000_000L, false, false));
        }

        assertThat(window.inFlight()).isEqualTo(32);
    }

    @Test
    void kindsOfCallsAreNotComparedWithEachOther() {
        isGood(
                0.8,
                2,
                1,
                CALLS,
                vendor -> vendor.workers(16)
                        .asking(
                                call -> call % 3000 < 1500 ? "report" : "statuses",
                                kind -> kind.equals("report") ? 0 : 80));
    }

    /** As a night begins: all statuses are asked for first. */
    @ParameterizedTest
    @CsvSource({"8, 20", "32, 20", "1000000, 200"})
    void aBeginningOfAnotherKindDoesNotDeceiveIt(int workers, double millis) {
        isGood(
                0.9,
                1.5,
                1,
                8000,
                vendor -> vendor.workers(workers)
                        .taking(any -> millis)
                        .asking(call -> call < 80 || call % 100 == 0 ? "statuses" : "report", kind -> 0));
    }

    /**
     * Compares it with fixed windows from 4 to 256. Of those that are as fast as the fastest, to a fiftieth, the smallest is the
     * best: the others only queue.
     *
     * @param share of the calls a second of the fastest that it must reach
     * @param times the mean latency of the best that it must keep below
     */
    private static void isGood(double share, double times, long seed, int calls, UnaryOperator<QueueingVendor> vendor) {
        Run best = vendor.apply(new QueueingVendor(seed, Window.of(4))).run(calls);
        double fastest = best.perSecond();
        for (int fixed = 8; fixed <= 256; fixed *= 2) {
            Run run = vendor.apply(new QueueingVendor(seed, Window.of(fixed))).run(calls);
            best = run.perSecond() > 1.02 * best.perSecond() ? run : best;
            fastest = Math.max(fastest, run.perSecond());
        }

        Run auto = vendor.apply(new QueueingVendor(seed, new AutoWindow())).run(calls);

        assertThat(auto.perSecond() / fastest).as("%s, best %s", auto, best).isGreaterThan(share);
        assertThat(auto.meanMillis() / best.meanMillis())
                .as("%s, best %s", auto, best)
                .isLessThan(times);
    }
}
