package io.shelftally.calls.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.window.QueueingVendor.Run;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window against vendors of so many workers, in virtual time: 20,000 calls, as in a large night. */
class AutoWindowTests {

    private static final int CALLS = 20_000;
    private static final int UNBOUNDED = 1_000_000;

    /** Of the windows that are as fast as the fastest, to a fiftieth, the smallest is the best: the others only queue. */
    @ParameterizedTest
    @CsvSource({"8, 20", "32, 20", "128, 20", "1000000, 200"})
    void itIsNearlyAsFastAsTheBestFixedWindowAndDoesNotQueue(int workers, double millis) {
        Run best = best(workers, random -> millis);

        Run auto = run(1, workers, random -> millis, AutoWindowTests::nothing, new AutoWindow());

        assertThat(auto.perSecond()).as("%s, best %s", auto, best).isGreaterThan(0.9 * best.perSecond());
        assertThat(auto.meanMillis()).isLessThan(1.5 * Math.max(best.meanMillis(), millis));
        assertThat(auto.middleMillis()).isLessThan(1.4 * millis);
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "8, 2", "8, 3", "32, 4", "32, 5", "128, 6", "1000000, 7"})
    void timesThatSpreadDoNotDeceiveIt(int workers, long seed) {
        ToDoubleFunction<Random> spread = random -> -20 * Math.log(1 - random.nextDouble());
        Run best = best(workers, spread);

        Run auto = run(seed, workers, spread, AutoWindowTests::nothing, new AutoWindow());

        assertThat(auto.perSecond()).as("%s, best %s", auto, best).isGreaterThan(0.85 * best.perSecond());
        assertThat(auto.meanMillis()).isLessThan(2 * best.meanMillis());
    }

    /** Half of the answers come from a cache: the lowest latency seen says nothing of the others. */
    @ParameterizedTest
    @CsvSource({"8, 1", "32, 2", "128, 3"})
    void aVendorThatCachesDoesNotMakeItSmall(int workers, long seed) {
        ToDoubleFunction<Random> cached = random -> random.nextBoolean() ? 1 : 20;
        Run best = best(workers, cached);

        Run auto = run(seed, workers, cached, AutoWindowTests::nothing, new AutoWindow());

        assertThat(auto.perSecond()).as("%s, best %s", auto, best).isGreaterThan(0.75 * best.perSecond());
    }

    @Test
    void callsThatAreSlowByChanceDoNotMakeItSmall() {
        ToDoubleFunction<Random> tail = random -> random.nextInt(100) == 0 ? 1980 : 0;
        Run fixed = run(1, 32, random -> 20, tail, Window.of(64));

        Run auto = run(1, 32, random -> 20, tail, new AutoWindow());

        assertThat(auto.perSecond()).as("%s, 64 in flight %s", auto, fixed).isGreaterThan(0.9 * fixed.perSecond());
    }

    /** The first answers are quick, as after a quiet evening: there is no lowest latency that would be held against the others. */
    @Test
    void aGoodBeginningIsNotHeldAgainstTheRest() {
        int[] calls = {0};
        ToDoubleFunction<Random> later = random -> calls[0]++ < 1000 ? 2 : 20;

        Run auto = run(1, 64, later, AutoWindowTests::nothing, new AutoWindow());

        assertThat(auto.perSecond()).as("%s", auto).isGreaterThan(0.8 * 64 * 1000 / 20);
    }

    @Test
    void aVendorThatLosesWorkersGetsFewerCalls() {
        AutoWindow window = new AutoWindow();
        run(1, 64, random -> 20, AutoWindowTests::nothing, window);
        int before = window.inFlight();

        Run later = run(2, 8, random -> 20, AutoWindowTests::nothing, window);

        assertThat(before).isBetween(50, 100);
        assertThat(later.lastWindow()).as("%s", later).isBetween(6, 14);
    }

    @Test
    void aVendorThatAsksToBeSparedIs() {
        AutoWindow window = new AutoWindow();
        QueueingVendor vendor =
                new QueueingVendor(1, UNBOUNDED, random -> 20, AutoWindowTests::nothing, window).refusingAbove(20);

        Run run = vendor.run(CALLS);

        assertThat(run.lastWindow()).as("%s", run).isLessThanOrEqualTo(30);
        assertThat(vendor.refused()).as("%s", run).isLessThan(CALLS / 50);
    }

    @Test
    void itBeginsAt32AndStaysWithinItsBounds() {
        AutoWindow large = new AutoWindow();
        assertThat(large.figures()).isEqualTo(new WindowFigures(true, 32, 32, 32));

        run(1, UNBOUNDED, random -> 200, AutoWindowTests::nothing, large);
        AutoWindow small = new AutoWindow();
        run(1, 1, random -> 20, AutoWindowTests::nothing, small);

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
        AutoWindow window = new AutoWindow();
        ToDoubleFunction<Random> mixed = random -> 20;
        Run run = new QueueingVendor(1, 16, mixed, AutoWindowTests::nothing, window)
                .asking(call -> call % 3000 < 1500 ? "report" : "statuses", kind -> kind.equals("report") ? 0 : 80)
                .run(CALLS);

        assertThat(run.perSecond()).as("%s", run).isGreaterThan(200);
        assertThat(run.lastWindow()).as("%s", run).isGreaterThan(12);
    }

    /** The smallest fixed window that is as fast as any, to a fiftieth. */
    private static Run best(int workers, ToDoubleFunction<Random> service) {
        Run best = run(1, workers, service, AutoWindowTests::nothing, Window.of(4));
        for (int fixed = 8; fixed <= 256; fixed *= 2) {
            Run run = run(1, workers, service, AutoWindowTests::nothing, Window.of(fixed));
            best = run.perSecond() > 1.02 * best.perSecond() ? run : best;
        }
        return best;
    }

    /** What a call takes besides. */
    private static double nothing(Random random) {
        return 0;
    }

    private static Run run(
            long seed, int workers, ToDoubleFunction<Random> service, ToDoubleFunction<Random> beside, Window window) {
        return new QueueingVendor(seed, workers, service, beside, window).run(CALLS);
    }
}
