package io.shelftally.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine, both lanes and the ledger together, in virtual time. What must hold in every world: by the vendor's own count no
 * 60 s and no 24 h are too full; no retry is repeated on doubt; every item has one outcome, one that the vendor's own
 * knowledge allows. {@code -Dsimulation.seeds=1000-1999} plays other worlds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightSimulationTests {

    private static final int PER_MINUTE = 100;
    private static final int PER_DAY = 120;

    private int hedged;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverBefallsANightNoLimitIsPassedNoRetryIsRepeatedOnDoubtAndEveryItemHasOneOutcome(long seed) {
        Conditions conditions = Conditions.drawn(new Random(seed));
        try (SimulatedWorld world = new SimulatedWorld(seed, conditions)) {
            world.play();

            hedged += world.jobs().stream().mapToInt(SimulatedJob::hedged).sum();
            assertThat(world.wrongs).as("seed %d, %s", seed, conditions).isEmpty();
        }
    }

    @AfterAll
    void someWorldsHadCallsThatWereMadeASecondTime() {
        assertThat(hedged).isPositive();
    }

    /**
     * A slot of the minute is free again 60 s after the answer, and up to 0.5 s of margin and rounding later: with answers
     * in 0.02 to 0.3 s, a slot is used every 60.7 s at the latest, which is 98.8 % of the limit.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aMinuteIsUsedToTheLastTwoPercent(int jobs) {
        Conditions conditions = Conditions.undisturbed(jobs, 12 * PER_MINUTE / jobs, PER_MINUTE, 0, true);
        try (SimulatedWorld world = new SimulatedWorld(jobs, conditions)) {
            world.play();

            long ofTenMinutes = world.key.callsWithin(Duration.ofSeconds(30), Duration.ofSeconds(630));
            assertThat(world.wrongs).isEmpty();
            assertThat(ofTenMinutes)
                    .as("calls in each minute: %s", world.key.callsByMinute())
                    .isGreaterThanOrEqualTo(10 * PER_MINUTE * 98 / 100);
        }
    }

    /** Nothing is kept back for captures under way once none of them can use it: the whole day is spent, to the last call. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aDayIsSpentToTheLastCallBeforeAnythingIsDeferred(long seed) {
        int jobs = seed % 2 == 0 ? 2 : 1;
        Conditions conditions = Conditions.undisturbed(jobs, PER_DAY, PER_MINUTE, PER_DAY, false);
        try (SimulatedWorld world = new SimulatedWorld(seed, conditions)) {
            world.play();

            assertThat(world.wrongs).isEmpty();
            assertThat(world.jobs())
                    .anySatisfy(job -> assertThat(job.outcomes()).containsKey(CaptureOutcome.DEFERRED));
            assertThat(world.key.day().fullest()).isEqualTo(PER_DAY);
        }
    }

    /** As the operator's page says: a clock that is set forward is believed only if no process lives to see it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aClockThatIsSetForwardWhileAJobRunsGivesTheNextStartNoCallsBeforeTheirTime(long seed) {
        Conditions conditions = Conditions.undisturbed(1, 4 * PER_MINUTE, PER_MINUTE, 0, true);
        try (SimulatedWorld world = new SimulatedWorld(seed, conditions)) {
            SimulatedJob job = world.jobs().get(0);
            world.stage.after(Duration.ofSeconds(121), () -> world.wall.set(Duration.ofHours(1)));
            world.stage.after(Duration.ofSeconds(121), job::visitLedger);
            for (int second = 122; second < 400; second += 23) {
                world.stage.after(Duration.ofSeconds(second), job::kill);
            }

            world.play();

            assertThat(world.wrongs).as("seed %d", seed).isEmpty();
        }
    }

    /** The last four had retries that outlived their senders. */
    static LongStream seeds() {
        String ranges = System.getProperty("simulation.seeds", "1-30,4130-4130,4667-4667,4673-4673,4785-4785");
        return Stream.of(ranges.split(","))
                .map(range -> range.split("-", 2))
                .flatMapToLong(ends -> LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
    }
}
