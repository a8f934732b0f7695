package io.shelftally.night.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class LeaseTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private Duration onceWaited = Duration.ofDays(1);
    private Runnable meanwhile = LeaseTests::goOn;
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
        take(first);

        assertThatThrownBy(() -> second.take(NIGHT.plusDays(1), LeaseTests::goOn))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("2026-11-22")
                .hasMessageContaining("process " + ProcessHandle.current().pid());
        assertThatCode(first::check).doesNotThrowAnyException();
    }

    @Test
    void aReleasedLeaseIsTakenAtOnce() {
        take(first);
        first.release();

        take(second);

        assertThatCode(second::check).doesNotThrowAnyException();
    }

    /** As in a container whose first process asks after none of its children. */
    @Test
    void theLeaseOfAProcessThatEndedUnnoticedIsTakenOverAtOnce() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & exec sleep 60").start();
        try {
            ProcessHandle child = endedChild(parent);
            take(first);
            db.execute(
                    "UPDATE run_lease SET pid = ?, process_started = ?",
                    child.pid(),
                    child.info()
                            .startInstant()
                            .orElseThrow()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .atOffset(ZoneOffset.UTC));

            take(second);

            assertThatThrownBy(first::check).isInstanceOf(LeaseLostException.class);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void theLeaseOfADeadProcessIsTakenOverAtOnce() {
        take(first);
        db.execute("UPDATE run_lease SET pid = ?", deadProcess());

        take(second);

        assertThatThrownBy(first::check).isInstanceOf(LeaseLostException.class);
        assertThatCode(second::check).doesNotThrowAnyException();
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTheHolder() {
        take(first);
        db.execute("UPDATE run_lease SET process_started = TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00Z'");

        take(second);

        assertThatThrownBy(first::check).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aSilentHolderElsewhereIsWaitedForUntilItsLeaseHasRunOut() {
        take(first);
        db.execute("UPDATE run_lease SET host = 'elsewhere', pid = 1");

        take(second);

        assertThat(waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        assertThatThrownBy(first::check).isInstanceOf(LeaseLostException.class);
        assertThatCode(second::check).doesNotThrowAnyException();
    }

    @Test
    void aSilentHolderOnTheSameHostIsOvertakenTooThoughItsProcessLives() {
        take(first);
        silentFor(7);

        take(second);

        assertThat(waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        assertThatThrownBy(first::check).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aLeaseThatRanOutLongAgoIsTakenOnceAFewBeatsWereSeenToBeMissing() {
        take(first);
        silentFor(3600);

        take(second);

        assertThat(waited()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    }

    @Test
    void aDatabaseClockThatWasSetForwardTakesNoLivingHoldersLease() {
        take(first);
        silentFor(7200);
        onceWaited(Duration.ofSeconds(3), first::beat);

        assertThatThrownBy(() -> take(second)).isInstanceOf(LeaseHeldException.class);
    }

    @Test
    void aDatabaseClockThatWasSetBackDelaysATakeoverByNothing() {
        take(first);
        db.execute("UPDATE run_lease SET host = 'elsewhere'");
        silentFor(-7200);

        take(second);

        assertThat(waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
    }

    @Test
    void aHolderElsewhereThatBeatsWhileItIsWatchedKeepsIt() {
        take(first);
        db.execute("UPDATE run_lease SET host = 'elsewhere', pid = 1");
        onceWaited(Duration.ofSeconds(59), first::beat);

        assertThatThrownBy(() -> take(second))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("process 1 on elsewhere");
        assertThatCode(first::check).doesNotThrowAnyException();
    }

    @Test
    void aLeaseReleasedWhileItIsWatchedIsTakenAtOnce() {
        take(first);
        db.execute("UPDATE run_lease SET host = 'elsewhere', pid = 1");
        onceWaited(Duration.ofSeconds(20), first::release);

        take(second);

        assertThat(waited()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
    }

    @Test
    void ofSeveralThatWaitOneTakesOverAndTheOthersSeeIt() {
        take(first);
        db.execute("UPDATE run_lease SET host = 'elsewhere', pid = 1");
        Lease third = lease();
        onceWaited(Duration.ofSeconds(59), () -> db.execute("UPDATE run_lease SET token = token + 1"));

        assertThatThrownBy(() -> take(third)).isInstanceOf(LeaseHeldException.class);
    }

    @Test
    void waitingEndsWhenItIsToldTo() {
        take(first);
        db.execute("UPDATE run_lease SET host = 'elsewhere', pid = 1");

        assertThatThrownBy(() -> second.take(NIGHT, () -> {
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertThatCode(first::check).doesNotThrowAnyException();
    }

    @Test
    void aHolderTrustsItsLeaseForTwoBeatsAndThenAsks() throws Exception {
        take(first);
        clock.advance(Duration.ofMillis(5_900));
        first.awaitTrust();
        clock.advance(Duration.ofMillis(100));
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> trust(first), THREADS);

        assertThat(call.isDone()).isFalse();
        first.beat();

        assertThatCode(() -> call.get(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
    }

    @Test
    void anOvertakenHolderThatWakesCallsNobody() {
        take(first);
        db.execute("UPDATE run_lease SET host = 'elsewhere', pid = 1");
        take(second);
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> trust(first), THREADS);

        first.beat();

        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(LeaseLostException.class);
        assertThat(first.isLost()).isTrue();
    }

    @Test
    void whateverFailsOnceTheLeaseIsLostIsToldAsItsLoss() {
        IllegalStateException trouble = new IllegalStateException("a row of the other run was in the way");

        assertThatThrownBy(() -> first.during(NIGHT, LeaseTests::goOn, () -> {
                    db.execute("UPDATE run_lease SET pid = ?", deadProcess());
                    take(second);
                    throw trouble;
                }))
                .isInstanceOf(LeaseLostException.class)
                .hasCause(trouble);
    }

    @Test
    void anOvertakenHolderPublishesNothing() {
        take(first);
        db.execute("UPDATE run_lease SET pid = ?", deadProcess());
        take(second);
        List<String> published = new ArrayList<>();

        assertThatThrownBy(() -> first.whileHeld(() -> published.add("link"))).isInstanceOf(LeaseLostException.class);
        second.whileHeld(() -> published.add("link of the second"));

        assertThat(published).containsExactly("link of the second");
    }

    @Test
    void aTakeoverBetweenTheFirstLookAndTheCommitRollsTheWritesBack() {
        take(first);
        NightWrites writes = new NightWrites(db.fenced(first), first);
        db.execute("UPDATE run_lease SET pid = ?", deadProcess());

        assertThatThrownBy(() -> writes.run(() -> {
                    db.execute("INSERT INTO published_night VALUES (?)", NIGHT);
                    CompletableFuture.runAsync(() -> take(second), THREADS).join();
                }))
                .isInstanceOf(LeaseLostException.class);
        assertThat(db.rows("SELECT * FROM published_night")).isEmpty();
    }

    @Test
    void everyTransactionIsFencedNotOnlyThoseOfTheNight() {
        take(first);
        TransactionTemplate anybodys = new TransactionTemplate(db.fenced(first));
        db.execute("UPDATE run_lease SET pid = ?", deadProcess());
        take(second);

        assertThatThrownBy(() -> anybodys.executeWithoutResult(
                        status -> db.execute("INSERT INTO published_night VALUES (?)", NIGHT)))
                .isInstanceOf(LeaseLostException.class);
        assertThat(db.rows("SELECT * FROM published_night")).isEmpty();
    }

    @Test
    void aTransactionInWhichTheHolderWasPausedDoesNotKeepTheNextRunWaiting() throws Exception {
        take(first);
        silentFor(3600);
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        CompletableFuture<Void> zombie = CompletableFuture.runAsync(
                () -> first.whileHeld(() -> {
                    db.execute("INSERT INTO published_night VALUES (?)", NIGHT);
                    paused.countDown();
                    await(wake);
                }),
                THREADS);
        paused.await();

        take(second);
        wake.countDown();

        assertThatThrownBy(zombie::join).isNotNull();
        assertThatCode(second::check).doesNotThrowAnyException();
    }

    @Test
    void anOvertakenRunNeitherBeatsNorReleasesTheNewLease() {
        take(first);
        db.execute("UPDATE run_lease SET pid = ?", deadProcess());
        take(second);
        String heartbeat = db.value("SELECT heartbeat_at FROM run_lease");

        first.beat();
        first.release();

        assertThat(db.value("SELECT held FROM run_lease")).isEqualTo("true");
        assertThat(db.value("SELECT heartbeat_at FROM run_lease")).isEqualTo(heartbeat);
        assertThatThrownBy(() -> take(lease())).isInstanceOf(LeaseHeldException.class);
    }

    @Test
    void anOvertakenRunWritesNothing() {
        take(first);
        NightWrites writes = new NightWrites(db.transactions(), first);
        db.execute("UPDATE run_lease SET pid = ?", deadProcess());
        take(second);

        assertThatThrownBy(() -> writes.run(() -> db.execute("INSERT INTO published_night VALUES (?)", NIGHT)))
                .isInstanceOf(LeaseLostException.class);
        assertThat(db.rows("SELECT * FROM published_night")).isEmpty();
    }

    @Test
    void writesThatFailAreTakenBackWhole() {
        take(first);
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
        take(first);

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
        take(lease);
    }

    private static Optional<Throwable> trouble(CompletableFuture<Void> run) {
        return Optional.ofNullable(run.handle((done, thrown) -> thrown == null ? null : thrown.getCause())
                .join());
    }

    private Lease lease() {
        return db.lease(clock, this::pause);
    }

    private static void take(Lease lease) {
        lease.take(NIGHT, LeaseTests::goOn);
    }

    private static void goOn() {}

    private static void trust(Lease lease) {
        try {
            lease.awaitTrust();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last heartbeat was so long ago, by the database's clock. */
    private void silentFor(int seconds) {
        db.execute(
                "UPDATE run_lease SET heartbeat_at = CURRENT_TIMESTAMP + CAST(? AS INTEGER) * INTERVAL '1' SECOND",
                -seconds);
    }

    private void pause(Duration time) {
        clock.advance(time);
        if (waited().compareTo(onceWaited) >= 0) {
            onceWaited = Duration.ofDays(1);
            meanwhile.run();
        }
    }

    private void onceWaited(Duration time, Runnable event) {
        onceWaited = time;
        meanwhile = event;
    }

    private Duration waited() {
        return Duration.between(HandClock.START, clock.instant());
    }

    /** Waits until the parent has one, and until it has ended. */
    private static ProcessHandle endedChild(Process parent) throws Exception {
        while (true) {
            Optional<ProcessHandle> child = parent.children().findAny();
            if (child.isPresent()
                    && Files.readString(
                                    Path.of("/proc", Long.toString(child.get().pid()), "stat"))
                            .contains(") Z")) {
                return child.get();
            }
            Thread.sleep(10);
        }
    }

    private static long deadProcess() {
        return 4_000_000_000L;
    }
}
