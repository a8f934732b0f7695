package io.shelftally.night.captures;

import static io.shelftally.night.captures.CaptureNight.NIGHT;
import static io.shelftally.night.captures.CaptureNight.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.collect.CountingGate;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.VirtualWorkers;
import io.shelftally.calls.collect.Watch;
import io.shelftally.night.run.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole collections of a night of captures, in virtual time, against a vendor that forgets nothing. */
class CaptureRunTests {

    private static final int CAPTURES = 60;
    private static final Duration WAITING = Duration.ofMinutes(4);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noRetryIsMadeTwiceAndEachIsCountedThoughTheVendorFailsAndTheRunIsKilled(long seed) throws Exception {
        try (CaptureNight night = night()) {
            Vendor vendor = new Vendor(seed, night.clock, 0.25);

            int starts = runUntilItEnds(night, vendor, new Random(seed));

            assertThat(starts).isGreaterThan(3);
            assertThat(vendor.retriesOfWhatHadNotFailed).isEmpty();
            assertThat(night.rows("retries")).isEqualTo(vendor.retriesMade());
            assertThat(night.rows("retries")).allMatch(row -> row.endsWith(" 0") || row.endsWith(" 1"));
            assertThat(night.db.value("SELECT COUNT(*) FROM capture_item WHERE phase <> 'DONE'"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void aRunThatWasKilledEndsAsAnUndisturbedOne(long seed) throws Exception {
        List<String> undisturbed;
        try (CaptureNight night = night()) {
            run(night, new Vendor(seed, night.clock, 0), Gate.OPEN);
            undisturbed = night.rows("phase, ending, retries, answer_sha256, error_sha256");
        }

        try (CaptureNight night = night()) {
            runUntilItEnds(night, new Vendor(seed, night.clock, 0), new Random(seed));

            assertThat(night.rows("phase, ending, retries, answer_sha256, error_sha256"))
                    .isEqualTo(undisturbed);
        }
    }

    @Test
    void everyCallOfAnUndisturbedRunIsCounted() throws Exception {
        try (CaptureNight night = night()) {
            Vendor vendor = new Vendor(7, night.clock, 0.2);

            run(night, vendor, Gate.OPEN);

            long counted = night.tables.counts().of(NIGHT).getOrDefault("closient", Map.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(counted).isEqualTo(vendor.calls);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 40, 100, 150})
    void aSpentQuotaEndsTheRunSoonAndOfWhatWasReadPutsOffRetriesAlone(int calls) throws Exception {
        try (CaptureNight night = night()) {
            Vendor vendor = new Vendor(8, night.clock, 0);

            run(night, vendor, new CountingGate(calls));

            assertThat(vendor.calls).isLessThanOrEqualTo(calls);
            assertThat(night.db.rows("SELECT DISTINCT queue FROM capture_item")).containsExactly("9");
            assertThat(night.db.value(
                            "SELECT COUNT(*) FROM capture_item WHERE phase <> 'DONE' AND NOT deferred AND NOT asked"))
                    .isEqualTo("0");
            assertThat(night.db.value("SELECT COUNT(*) FROM capture_item WHERE deferred AND asked AND NOT answered"))
                    .isEqualTo("0");
        }
    }

    @Test
    void whatASpentQuotaDeferredIsDoneByTheNextStart() throws Exception {
        try (CaptureNight night = night()) {
            Vendor vendor = new Vendor(9, night.clock, 0);
            run(night, vendor, new CountingGate(50));

            run(night, vendor, Gate.OPEN);

            assertThat(night.db.value("SELECT COUNT(*) FROM capture_item WHERE phase <> 'DONE' OR deferred"))
                    .isEqualTo("0");
            assertThat(night.rows("retries")).isEqualTo(vendor.retriesMade());
        }
    }

    private static CaptureNight night() {
        CaptureNight night = new CaptureNight();
        night.take(IntStream.range(0, CAPTURES).mapToObj(CaptureRunTests::word).toArray(String[]::new));
        return night;
    }

    private static void run(CaptureNight night, Vendor vendor, Gate gate) throws InterruptedException {
        CapturesLane lane = night.lane(vendor, 1, WAITING);
        new VirtualWorkers<>(lane, night.clock, 4, 0, call -> Duration.ofMillis(200))
                .drive(gate, new Watch(night.pace(WAITING), new StopSignal(), Progress.NONE));
    }

    /** Starts the run again and again, the first few times killed between an answer and its record. */
    private static int runUntilItEnds(CaptureNight night, Vendor vendor, Random random) throws InterruptedException {
        for (int start = 1; ; start++) {
            try {
                run(night, vendor, start > 12 ? Gate.OPEN : new KillingGate(1 + random.nextInt(30)));
                return start;
            } catch (KilledException killed) {
                night.clock.advance(Duration.ofSeconds(1));
            }
        }
    }

    private static String word(int number) {
        return "x" + number;
    }

    private static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Kills the process at one of its answers, before it is recorded. */
    private static final class KillingGate implements Gate {

        private int answersLeft;

        KillingGate(int answersLeft) {
            this.answersLeft = answersLeft;
        }

        @Override
        public Permits take(int wanted) {
            return new Permits(wanted, Duration.ZERO, false);
        }

        @Override
        public OptionalLong left() {
            return OptionalLong.empty();
        }

        @Override
        public void answered(Answer answer) {
            if (--answersLeft == 0) {
                throw new KilledException();
            }
        }

        @Override
        public void giveBack(int unsent) {}
    }

    /** A vendor whose captures lead lives of their own, and which answers some calls badly. */
    private static final class Vendor implements CaptureCalls {

        private static final Duration RESOLVING = Duration.ofMinutes(1);

        final List<String> retriesOfWhatHadNotFailed = new ArrayList<>();
        int calls;

        private final Map<String, Instant> retriedAt = new HashMap<>();
        private final Map<String, Integer> retries = new HashMap<>();
        private final Random random;
        private final HandClock clock;
        private final double badness;

        /** @param badness the share of calls that go unanswered, half of them carried out */
        Vendor(long seed, HandClock clock, double badness) {
            this.random = new Random(seed);
            this.clock = clock;
            this.badness = badness;
        }

        @Override
        public CaptureAnswer read(String captureId) {
            calls++;
            return random.nextDouble() < badness ? bad() : answer(captureId);
        }

        @Override
        public CaptureAnswer retry(String captureId) {
            calls++;
            boolean isLost = random.nextDouble() < badness;
            boolean isMade = !isLost || random.nextBoolean();
            if (!status(captureId).equals("FAILED")) {
                retriesOfWhatHadNotFailed.add(captureId);
            }
            if (life(captureId) == 3) {
                return isLost ? bad() : Answers.CONFLICT;
            }
            if (isMade) {
                retries.merge(captureId, 1, Integer::sum);
                retriedAt.put(captureId, clock.instant());
            }
            return isLost ? Answers.LOST : answer(captureId);
        }

        /** As the rows of a night: the word and the retries that were really made. */
        List<String> retriesMade() {
            return IntStream.range(0, CAPTURES)
                    .mapToObj(number -> word(number) + " " + retries.getOrDefault(id(word(number)), 0))
                    .toList();
        }

        private CaptureAnswer bad() {
            return random.nextInt(4) == 0 ? Answers.busy("3") : Answers.LOST;
        }

        private CaptureAnswer answer(String captureId) {
            return life(captureId) == 4 ? Answers.UNKNOWN : Answers.says(status(captureId));
        }

        /** Done at once, done later, failed and mended by a retry, failed for good, unknown, failed and failing again. */
        private int life(String captureId) {
            return Math.floorMod(captureId.hashCode() * 31, 6);
        }

        private String status(String captureId) {
            Instant retried = retriedAt.get(captureId);
            boolean isResolving = retried != null && clock.instant().isBefore(retried.plus(RESOLVING));
            return switch (life(captureId)) {
                case 0 -> "COMPLETED";
                case 1 -> clock.instant().isBefore(HandClock.START.plusSeconds(20)) ? "PENDING" : "NOT_FOUND";
                case 2 -> retried == null ? "FAILED" : isResolving ? "ENRICHING" : "COMPLETED";
                case 5 -> isResolving ? "LOOKING_UP" : "FAILED";
                default -> "FAILED";
            };
        }
    }
}
