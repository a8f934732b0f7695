package io.shelftally.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LeaseTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private final NightDatabase db = new NightDatabase();
    private final HandClock clock = new HandClock();
    private final Lease first = lease();
    private final Lease second = lease();

    @AfterEach
    void close() {
        db.close();
    }

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    @Test
    void aSecondRunIsRefusedWhileTheFirstHoldsIt() {
        first.take(NIGHT);

        assertThatThrownBy(() -> second.take(NIGHT.plusDays(1)))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("2026-11-22")
                .hasMessageContaining("process " + ProcessHandle.current().pid());
        assertThatCode(first::check).doesNotThrowAnyException();
    }

    @Test
    void aLivingProcessHoldsItHoweverLongItIsSilent() {
        first.take(NIGHT);
        clock.advance(Duration.ofDays(2));

        assertThatThrownBy(() -> second.take(NIGHT)).isInstanceOf(LeaseHeldException.class);
    }

    @Test
    void aReleasedLeaseIsTakenAtOnce() {
        first.take(NIGHT);
        first.release();

        second.take(NIGHT);

        assertThatCode(second::check).doesNotThrowAnyException();
    }

    @Test
    void theLeaseOfADeadProcessIsTakenOverAtOnce() {
        first.take(NIGHT);
        db.execute("UPDATE run_lease SET pid = ?", deadProcess());

        second.take(NIGHT);

        assertThatThrownBy(first::check).isInstanceOf(LeaseLostException.class);
        assertThatCode(second::check).doesNotThrowAnyException();
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTheHolder() {
        first.take(NIGHT);
        db.execute("UPDATE run_lease SET process_started = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00Z'");

        second.take(NIGHT);

        assertThatThrownBy(first::check).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aHolderOnAnotherHostIsBelievedForAMinuteOfSilence() {
        first.take(NIGHT);
        db.execute("UPDATE run_lease SET host = 'elsewhere', pid = 1");
        clock.advance(Duration.ofSeconds(59));

        assertThatThrownBy(() -> second.take(NIGHT))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("process 1 on elsewhere");
        clock.advance(Duration.ofSeconds(2));
        second.take(NIGHT);
        assertThatThrownBy(first::check).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aHolderOnAnotherHostThatIsHeardOfKeepsIt() {
        first.take(NIGHT);
        db.execute("UPDATE run_lease SET host = 'elsewhere', pid = 1");
        clock.advance(Duration.ofSeconds(50));
        first.beat();
        clock.advance(Duration.ofSeconds(50));

        assertThatThrownBy(() -> second.take(NIGHT)).isInstanceOf(LeaseHeldException.class);
    }

    @Test
    void anOvertakenRunNeitherBeatsNorReleasesTheNewLease() {
        first.take(NIGHT);
        db.execute("UPDATE run_lease SET pid = ?", deadProcess());
        second.take(NIGHT);
        clock.advance(Duration.ofSeconds(30));

        first.beat();
        first.release();

        assertThat(db.value("SELECT held FROM run_lease")).isEqualTo("true");
        assertThat(db.value("SELECT heartbeat_at = ? FROM run_lease", HandClock.START.atOffset(ZoneOffset.UTC)))
                .isEqualTo("true");
        assertThatThrownBy(() -> lease().take(NIGHT)).isInstanceOf(LeaseHeldException.class);
    }

    @Test
    void anOvertakenRunWritesNothing() {
        first.take(NIGHT);
        NightWrites writes = new NightWrites(db.transactions(), first);
        db.execute("UPDATE run_lease SET pid = ?", deadProcess());
        second.take(NIGHT);

        assertThatThrownBy(() -> writes.run(() -> db.execute("INSERT INTO published_night VALUES (?)", NIGHT)))
                .isInstanceOf(LeaseLostException.class);
        assertThat(db.rows("SELECT * FROM published_night")).isEmpty();
    }

    @Test
    void writesThatFailAreTakenBackWhole() {
        first.take(NIGHT);
        NightWrites writes = new NightWrites(db.transactions(), first);

        assertThatThrownBy(() -> writes.run(() -> {
                    db.execute("INSERT INTO published_night VALUES (?)", NIGHT);
                    throw new IllegalStateException("late");
                }))
                .hasMessage("late");
        assertThat(db.rows("SELECT * FROM published_night")).isEmpty();
    }

    @Test
    void aLeaseThatWasNeverTakenAllowsNoWrites() {
        first.take(NIGHT);

        assertThatThrownBy(second::check).isInstanceOf(LeaseLostException.class);
    }

    @RepeatedTest(5)
    void ofManyFirstRunsAtOneMomentOneHoldsItAndTheOthersAreRefused() throws Exception {
        CyclicBarrier start = new CyclicBarrier(4);
        List<CompletableFuture<Void>> runs = Stream.generate(this::lease)
                .limit(4)
                .map(lease -> CompletableFuture.runAsync(() -> takeAt(start, lease), THREADS))
                .toList();

        List<Throwable> refusals =
                runs.stream().flatMap(run -> trouble(run).stream()).toList();

        assertThat(refusals).hasSize(3).allMatch(LeaseHeldException.class::isInstance);
    }

    private static void takeAt(CyclicBarrier start, Lease lease) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        lease.take(NIGHT);
    }

    private static Optional<Throwable> trouble(CompletableFuture<Void> run) {
        return Optional.ofNullable(run.handle((done, thrown) -> thrown == null ? null : thrown.getCause())
                .join());
    }

    private Lease lease() {
        return new Lease(db.client(), db.transactions(), clock);
    }

    private static long deadProcess() {
        return 4_000_000_000L;
    }
}
