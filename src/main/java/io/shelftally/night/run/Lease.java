package io.shelftally.night.run;

import io.shelftally.base.clock.HostClock;
import io.shelftally.base.failpoint.Failpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One run at a time: a row says who holds the lease, and a token that grows with each taking fences off a holder that was
 * overtaken. A dead holder is seen at once on the same host, elsewhere by its silence (docs/adr/0009-lease.md).
 */
@Component
public class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    /** More than a pool has sessions. */
    private static final int QUESTIONS = 100;

    private final LeaseTable table;
    private final LeaseToken current;
    private final StuckSessions sessions;
    private final TransactionTemplate transaction;
    private final RunSettings settings;
    private final Clock clock;
    private final Consumer<Duration> pause;
    private final Trust trust;

    @SuppressWarnings("ThreadLocalUsage") // one lease a process; tests have several
    private final ThreadLocal<@Nullable WorkRight> borrowed = new InheritableThreadLocal<>();

    private volatile long token;
    private volatile long overtakenBy;
    private volatile boolean hasTakenOver;

    /** @param clock a steady one */
    @Autowired
    public Lease(DataSource dataSource, RunSettings settings, Clock clock) {
        this(dataSource, settings, clock, HostClock.system(), time -> LockSupport.parkNanos(time.toNanos()));
    }

    Lease(DataSource dataSource, RunSettings settings, Clock clock, Clock wall, Consumer<Duration> pause) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.table = new LeaseTable(JdbcClient.create(jdbc));
        this.current = new LeaseToken(jdbc);
        this.sessions = new StuckSessions(jdbc);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.trust = new Trust(settings.trust(), clock, wall);
    }

    /**
     * Takes the lease; waits for it while its holder is silent. Throws {@link LeaseHeldException} if the holder is alive.
     *
     * @param giveUp asked between two looks; throws to end the waiting
     */
    public void take(LocalDate businessDate, Runnable giveUp) {
        LeaseWatch watch = new LeaseWatch(settings, clock);
        boolean told = false;
        while (!takeIfFree(businessDate, watch)) {
            giveUp.run();
            if (!told) {
                told = true;
                LOG.info("another run holds the lease; waiting for a sign of life, or for its end");
            }
            pause.accept(settings.look());
        }
    }

    /** Works under the lease, which is kept alive meanwhile and let go in the end; throws what {@link #take} and the work throw. */
    public <T> T during(LocalDate businessDate, Runnable giveUp, Supplier<T> work) {
        take(businessDate, giveUp);
        Heartbeat heartbeat = Heartbeat.of(this);
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw isLost() ? new LeaseLostException(e) : e;
        } finally {
            heartbeat.stop();
            release();
        }
    }

    /** Shows that this run is alive. */
    public void beat() {
        long mine = token;
        Trust.Mark start = trust.mark();
        if (mine == 0) {
            return;
        }
        if (table.beat(mine)) {
            trust.renew(start);
        } else {
            isMine(current.look());
        }
    }

    Duration beatEvery() {
        return settings.beat();
    }

    /** Lets the next run start at once. */
    public void release() {
        if (table.release(token)) {
            token = 0;
        }
    }

    /**
     * Works under another right than this process's lease. It holds for the threads, too, that are started meanwhile, such as
     * those that call.
     */
    public <T> T under(WorkRight right, Callable<T> work) throws Exception {
        borrowed.set(right);
        try {
            return work.call();
        } finally {
            borrowed.remove();
        }
    }

    /** Throws {@link LeaseLostException} if another run has taken the lease. To be called in each writing transaction. */
    public void check() {
        WorkRight other = borrowed.get();
        if (other != null) {
            other.check();
            return;
        }
        requireMine(current.look());
    }

    /** As {@link #check()}, and keeps others from taking the lease until the transaction ends. */
    void fence() {
        WorkRight other = borrowed.get();
        if (other != null) {
            other.fence();
            return;
        }
        requireMine(current.hold());
    }

    /** Does what must not happen once another run has the lease, while nobody can take it. */
    public void whileHeld(Runnable act) {
        transaction.executeWithoutResult(status -> {
            fence();
            act.run();
        });
    }

    /**
     * Returns at once if this run surely has the lease, else when the next beat says so. To be called right before a call to a
     * vendor; throws {@link LeaseLostException}.
     */
    public void awaitTrust() throws InterruptedException {
        WorkRight other = borrowed.get();
        if (other != null) {
            other.awaitTrust();
        } else if (isTaken()) {
            trust.await(() -> {
                if (overtakenBy != 0) {
                    throw new LeaseLostException(token, overtakenBy);
                }
            });
        }
    }

    /** The token under which this process runs; 0 if it does not. */
    public long token() {
        return token;
    }

    /** Whether this process took the lease and has not released it; also if it has lost it since. And whether it works for another. */
    boolean isTaken() {
        return token != 0 || borrowed.get() != null;
    }

    /** Whether the lease was taken from a run that had not released it. */
    public boolean hasTakenOver() {
        return hasTakenOver;
    }

    /**
     * Whether another run has taken over; false if the database cannot say. Whoever took over has ended this run's sessions:
     * each of them that is still in the pool breaks one question, and leaves it. A transaction of its own keeps the question
     * from the session that this thread may hold.
     */
    public boolean isLost() {
        for (int asked = 0; asked < QUESTIONS; asked++) {
            try {
                return isTaken() && (overtakenBy != 0 || !isMine(tokenApart()));
            } catch (CannotCreateTransactionException e) {
                return false;
            } catch (NestedRuntimeException e) {
                LOG.debug("the lease cannot be read: {}", e.getMessage());
            }
        }
        return false;
    }

    private long tokenApart() {
        return Objects.requireNonNull(transaction.execute(status -> current.look()));
    }

    private boolean takeIfFree(LocalDate businessDate, LeaseWatch watch) {
        Optional<LeaseRow> row = table.find();
        Optional<LeaseRow> held = row.filter(LeaseRow::isHeld);
        LeaseWatch.Finding finding = held.map(watch::look).orElse(LeaseWatch.Finding.DEAD);
        if (finding == LeaseWatch.Finding.SILENT) {
            return false;
        }
        if (finding == LeaseWatch.Finding.ALIVE) {
            throw new LeaseHeldException(held.orElseThrow());
        }
        held.ifPresent(lost -> LOG.warn(
                "{} held the lease and is {}; this run takes over",
                lost.holder(),
                finding == LeaseWatch.Finding.DEAD ? "gone" : "silent"));
        if (finding == LeaseWatch.Finding.LOST) {
            sessions.endThoseOf(held.orElseThrow().holder());
        }
        return takeAsSeen(businessDate, row);
    }

    /** Takes the lease unless something has changed since it was looked at; then the next look decides. */
    private boolean takeAsSeen(LocalDate businessDate, Optional<LeaseRow> seen) {
        Trust.Mark start = trust.mark();
        Long taken;
        try {
            taken = transaction.execute(status -> takeInTransaction(businessDate, seen));
        } catch (DuplicateKeyException | ConcurrencyFailureException another) {
            return false;
        }
        if (taken == null || taken == 0) {
            return false;
        }
        hasTakenOver = seen.filter(LeaseRow::isHeld).isPresent();
        overtakenBy = 0;
        token = taken;
        trust.renew(start);
        Failpoint.LEASE_TAKEN.hit();
        return true;
    }

    private long takeInTransaction(LocalDate businessDate, Optional<LeaseRow> seen) {
        Optional<LeaseRow> now = table.lock();
        if (now.isEmpty()) {
            table.insert(1, Holder.current(), businessDate);
            return 1;
        }
        if (seen.filter(now.get()::isAsIn).isEmpty()) {
            return 0;
        }
        long next = now.get().token() + 1;
        table.update(next, Holder.current(), businessDate);
        return next;
    }

    private void requireMine(long seen) {
        if (!isMine(seen)) {
            throw new LeaseLostException(token, seen);
        }
    }

    private boolean isMine(long seen) {
        boolean isMine = token != 0 && seen == token;
        if (!isMine && isTaken()) {
            overtakenBy = seen;
        }
        return isMine;
    }
}
