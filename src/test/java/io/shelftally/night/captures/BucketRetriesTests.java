package io.shelftally.night.captures;

import static io.shelftally.night.captures.CaptureNight.NIGHT;
import static io.shelftally.night.captures.CaptureNight.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.collect.Completed;
import io.shelftally.night.items.Part;
import io.shelftally.night.run.FencedTransactions;
import io.shelftally.night.run.Lease;
import io.shelftally.night.run.LeaseLostException;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.run.WorkRight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bucket that one process had in hand, and another one takes; the vendor counts the retries. */
class BucketRetriesTests {

    private final CaptureNight night = new CaptureNight();
    private final Vendor vendor = new Vendor();

    @BeforeEach
    void takeWorkList() {
        night.take("b");
        night.writes.run(() -> night.tables.items().wake(NIGHT, night.clock.instant()));
        night.db.execute("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES ('collect', 'bucket', CURRENT_TIMESTAMP, TRUE, 1)
                """);
    }

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void killedBetweenTheIntentAndTheCallTheRetryIsSentOnce() throws Exception {
        Worker first = new Worker();
        first.slice(false).step();
        assertThat(night.rows("phase")).containsExactly("b RETRY");

        new Worker().takesOver().slice(true).toItsEnd();

        assertThat(vendor.calls).containsExactly("read", "read", "retry", "read");
        assertThat(night.rows("phase, ending, retries")).containsExactly("b DONE SETTLED 1");
    }

    @Test
    void killedBetweenTheCallAndItsAnswerTheRetryIsNotSentAgain() throws Exception {
        Worker first = new Worker();
        Slice slice = first.slice(false);
        slice.step();
        slice.call();

        new Worker().takesOver().slice(true).toItsEnd();

        assertThat(vendor.calls).containsExactly("read", "retry", "read");
        assertThat(night.rows("phase, ending, retries")).containsExactly("b DONE SETTLED 1");
    }

    /** It was paused with the answer in hand, and wakes before or after the other has gone on. */
    @Test
    void whatAPausedProcessHasInHandIsRefusedWhenItWakes() throws Exception {
        Worker first = new Worker();
        Slice slice = first.slice(false);
        slice.step();
        List<Completed<CaptureItem, CaptureAnswer>> inHand = slice.call();
        Worker second = new Worker().takesOver();

        assertThatThrownBy(() -> slice.settle(inHand)).isInstanceOf(LeaseLostException.class);
        assertThat(night.rows("phase")).containsExactly("b RETRY");
        second.slice(true).toItsEnd();
        assertThatThrownBy(() -> slice.settle(inHand)).isInstanceOf(LeaseLostException.class);

        assertThat(vendor.calls).containsExactly("read", "retry", "read");
        assertThat(night.rows("phase, ending, retries")).containsExactly("b DONE SETTLED 1");
    }

    @Test
    void aBucketThatWasPutDownInOrderIsNotReadAgainBeforeItsRetry() throws Exception {
        new Worker().slice(false).step();

        new Worker().takesOver().slice(false).toItsEnd();

        assertThat(vendor.calls).containsExactly("read", "retry", "read");
    }

    /** The next run wakes the items while a worker of the last one, which knows of nothing, sends the retry. */
    @Test
    void aRetryThatIsSentAfterTheNextRunHasBegunIsNotSentAgain() throws Exception {
        Worker first = new Worker();
        Slice slice = first.slice(false);
        slice.step();
        List<CaptureItem> claimed = slice.claim();
        night.db.execute("UPDATE run_lease SET token = token + 1");
        night.db.execute("UPDATE capture_item SET phase = 'LOST_RETRY'"); // as wake does
        List<Completed<CaptureItem, CaptureAnswer>> inHand = slice.make(claimed);
        assertThatThrownBy(() -> slice.settle(inHand)).isInstanceOf(LeaseLostException.class);

        new Worker().takesOver().slice(true).toItsEnd();

        assertThat(vendor.calls).containsExactly("read", "retry", "read");
        assertThat(night.rows("phase, ending, retries")).containsExactly("b DONE SETTLED 1");
    }

    /** Its retry may be on its way. */
    @Test
    void whatOneProcessGivesUpLeavesTheRetriesOfOtherBucketsAlone() throws Exception {
        Worker first = new Worker();
        first.slice(false).step();
        Part other = new Part(NIGHT, bucket() == 0 ? 1 : 0);

        Worker second = new Worker();
        CapturesLane lane = second.lane(other);
        second.under(() -> {
            lane.quotaIsSpent();
            lane.waitingIsOver(true);
            return true;
        });

        assertThat(night.rows("phase, queue, deferred")).containsExactly("b RETRY 0 FALSE");
    }

    private int bucket() {
        return Integer.parseInt(night.db.value("SELECT bucket FROM capture_item WHERE capture_id = ?", id("b")));
    }

    /** Says FAILED until it is retried. */
    private static final class Vendor implements CaptureCalls {

        private final List<String> calls = new ArrayList<>();

        @Override
        public CaptureAnswer read(String captureId) {
            calls.add("read");
            return Answers.says(calls.contains("retry") ? "COMPLETED" : "FAILED");
        }

        @Override
        public CaptureAnswer retry(String captureId) {
            calls.add("retry");
            return Answers.says("PENDING");
        }
    }

    /** A process beside that of the run, with the bucket's task in the version that it has now. */
    private final class Worker implements WorkRight {

        private final Lease lease = night.db.leaseOf(night.clock);
        private final NightWrites writes = new NightWrites(
                new FencedTransactions(Objects.requireNonNull(night.db.jdbc().getDataSource()), lease), lease);
        private final String token = night.db.value("SELECT token FROM run_lease");
        private String version = version();

        Worker takesOver() {
            night.db.execute("UPDATE scheduled_tasks SET version = version + 1");
            version = version();
            return this;
        }

        Slice slice(boolean isAfterFailure) throws Exception {
            Part part = new Part(NIGHT, bucket());
            if (isAfterFailure) {
                under(() -> {
                    writes.run(() -> night.tables.items().loseRetries(part));
                    return true;
                });
            }
            return new Slice(this, under(() -> lane(part)));
        }

        CapturesLane lane(Part part) throws Exception {
            return under(() -> new CapturesLane(
                    part,
                    new CaptureMachine(3, CaptureNight.ATTEMPTS),
                    vendor,
                    night.tables,
                    writes,
                    night.pace(Duration.ofMinutes(30))));
        }

        <T> T under(Callable<T> work) throws Exception {
            return lease.under(this, work);
        }

        @Override
        public void check() {
            if (!token.equals(night.db.value("SELECT token FROM run_lease"))) {
                throw new LeaseLostException("another run");
            }
        }

        @Override
        public void fence() {
            check();
            if (!version.equals(version())) {
                throw new LeaseLostException("another process");
            }
        }

        @Override
        public void awaitTrust() {}

        private String version() {
            return night.db.value("SELECT version FROM scheduled_tasks");
        }
    }

    /** What a worker does with the bucket, one call after the other. */
    private final class Slice {

        private final Worker worker;
        private final CapturesLane lane;

        Slice(Worker worker, CapturesLane lane) {
            this.worker = worker;
            this.lane = lane;
        }

        void step() throws Exception {
            settle(call());
        }

        List<CaptureItem> claim() {
            return lane.claim(1, OptionalLong.empty());
        }

        List<Completed<CaptureItem, CaptureAnswer>> call() throws Exception {
            return make(claim());
        }

        List<Completed<CaptureItem, CaptureAnswer>> make(List<CaptureItem> claimed) throws Exception {
            List<Completed<CaptureItem, CaptureAnswer>> answers = new ArrayList<>();
            for (CaptureItem item : claimed) {
                answers.add(new Completed<>(item, lane.perform(item).get()));
            }
            return answers;
        }

        void settle(List<Completed<CaptureItem, CaptureAnswer>> answers) throws Exception {
            worker.under(() -> {
                lane.settle(answers);
                return true;
            });
        }

        void toItsEnd() throws Exception {
            while (lane.nextDue().isPresent()) {
                step();
                night.clock.advance(Duration.ofSeconds(5));
            }
        }
    }
}
