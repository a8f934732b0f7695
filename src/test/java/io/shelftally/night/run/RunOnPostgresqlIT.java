package io.shelftally.night.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.database.OnPostgresql;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The lease and the history on PostgreSQL. */
@OnPostgresql
class RunOnPostgresqlIT {

    /** Not the pool that all share, which has one thread on two cores. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    @Nested
    class Leases extends LeaseTests {}

    @Nested
    class Histories extends RunHistoryTests {}

    /** As after a pause in which another run took over and ended all of this one's sessions, within a step of the job. */
    @Test
    void aRunWhoseSessionsWereEndedKnowsThatItWasOvertaken() throws Exception {
        LocalDate night = LocalDate.of(2026, 11, 22);
        HandClock clock = new HandClock();
        try (NightDatabase db = new NightDatabase();
                NightDatabase other = new NightDatabase()) {
            Lease lease = db.heldLease(night, clock);
            db.takeFromTheDead(db.leaseOf(clock), night);
            pooled(db, 5);

            Boolean isLost = new TransactionTemplate(new ResourcelessTransactionManager()).execute(step -> {
                String name = db.jdbc().queryForObject("SELECT current_database()", String.class);
                other.jdbc()
                        .queryForList("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?", name);
                return lease.isLost();
            });

            assertThat(isLost).isTrue();
        }
    }

    /** Each of them has asked for the lease, and none has committed yet. */
    @Test
    void commitsOfOneRunDoNotWaitForEachOtherNorDoesItsBeat() throws Exception {
        LocalDate night = LocalDate.of(2026, 11, 22);
        try (NightDatabase db = new NightDatabase()) {
            Lease lease = db.heldLease(night, new HandClock());
            CyclicBarrier allHaveAsked = new CyclicBarrier(3);
            Runnable meet = () -> await(allHaveAsked);

            CompletableFuture<Void> one = CompletableFuture.runAsync(() -> lease.whileHeld(meet), THREADS);
            CompletableFuture<Void> two = CompletableFuture.runAsync(() -> lease.whileHeld(meet), THREADS);
            CompletableFuture<Void> three = CompletableFuture.runAsync(
                    () -> lease.whileHeld(() -> {
                        lease.beat();
                        await(allHaveAsked);
                    }),
                    THREADS);

            assertThatCode(() -> CompletableFuture.allOf(one, two, three).get(20, TimeUnit.SECONDS))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aTakeoverWaitsForACommitThatHasAskedForTheLease() throws Exception {
        LocalDate night = LocalDate.of(2026, 11, 22);
        HandClock clock = new HandClock();
        try (NightDatabase db = new NightDatabase()) {
            Lease lease = db.heldLease(night, clock);
            Lease next = db.leaseOf(clock);
            List<CompletableFuture<Void>> takeover = new ArrayList<>();

            lease.whileHeld(() -> {
                takeover.add(CompletableFuture.runAsync(() -> db.takeFromTheDead(next, night), THREADS));
                assertThatThrownBy(() -> takeover.get(0).get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
            });

            assertThatCode(() -> takeover.get(0).get(20, TimeUnit.SECONDS)).doesNotThrowAnyException();
            assertThatThrownBy(lease::check).isInstanceOf(LeaseLostException.class);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("one waits for another", e);
        }
    }

    private static void pooled(NightDatabase db, int sessions) throws Exception {
        DataSource pool = Objects.requireNonNull(db.jdbc().getDataSource());
        List<Connection> open = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            open.add(pool.getConnection());
        }
        for (Connection connection : open) {
            connection.close();
        }
    }
}
