package io.shelftally.calls.window;

import io.shelftally.base.database.DatabaseProduct;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The windows of this process's vendors. On PostgreSQL several processes may call a vendor, and its window is one for all of
 * them: each has a share, which is looked at once a second while it calls, and more often until it has it. H2 is open in one
 * process, which has all.
 */
@Component
public final class SharedWindows implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedWindows.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Places that one process lets go of are not long without a call of another. */
    private static final Duration LOOK_AT_WHAT_CHANGES = Duration.ofMillis(200);

    /** How long a process that calls a vendor no more keeps its place among the others: tasks come and go. */
    private static final Duration LINGERING = Duration.ofSeconds(3);

    private final Map<String, SharedWindow> windows = new ConcurrentHashMap<>();
    private final Map<String, Long> lastUsed = new ConcurrentHashMap<>();
    private final Semaphore hurry = new Semaphore(0);
    private final ReentrantLock looking = new ReentrantLock();
    private final String holder =
            ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
    private final ShareTable table;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private volatile @Nullable Boolean areShared;
    private @Nullable Thread looks;
    private volatile boolean isClosed;

    @Autowired
    public SharedWindows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.table = new ShareTable(JdbcClient.create(jdbc));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** The vendor's window, in which this process has its share from now on, until a while after the last collection. */
    public Window of(String vendor, InFlight setting) {
        return of(vendor, setting.window());
    }

    /**
     * The same of a window that was made already.
     *
     * @param all of all processes together; not looked at if this process has a window of the vendor already
     */
    public Window of(String vendor, Window all) {
        if (!areShared()) {
            return all;
        }
        looking.lock();
        try {
            SharedWindow window = windows.computeIfAbsent(
                    vendor, any -> new SharedWindow(all, () -> isUsed(vendor), hurry::release, System::nanoTime));
            boolean isNew = lastUsed.put(vendor, System.nanoTime()) == null;
            if (isNew) {
                look(vendor, window);
            }
            startLooking();
            return window;
        } finally {
            looking.unlock();
        }
    }

    /** The processes that call the vendor at present, this one included. */
    public int sharers(String vendor) {
        SharedWindow window = windows.get(vendor);
        return window == null ? 1 : window.sharers();
    }

    /** The calls at once that all processes together may make now; empty where none calls, or they are not shared. */
    public OptionalInt found(String vendor) {
        return areShared() ? table.all(vendor) : OptionalInt.empty();
    }

    /** Leaves the others what this process had, if the database answers at present. */
    @Override
    public void close() {
        isClosed = true;
        hurry.release();
        if (looking.tryLock()) {
            try {
                windows.forEach((vendor, window) -> {
                    if (lastUsed.containsKey(vendor) && window.isHeard()) {
                        leave(vendor);
                    }
                });
            } finally {
                looking.unlock();
            }
        }
    }

    private boolean areShared() {
        Boolean known = areShared;
        if (known == null) {
            known = DatabaseProduct.isPostgresql(jdbc);
            areShared = known;
        }
        return known;
    }

    private void isUsed(String vendor) {
        boolean isNew = lastUsed.put(vendor, System.nanoTime()) == null;
        if (isNew) {
            hurry.release();
        }
    }

    private void startLooking() {
        if (looks == null) {
            Thread thread = new Thread(this::lookAgainAndAgain, "shares");
            thread.setDaemon(true);
            thread.start();
            looks = thread;
        }
    }

    /** The thread is never interrupted, as that of the lease's heartbeat. */
    private void lookAgainAndAgain() {
        try {
            while (!isClosed) {
                hurry.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS);
                hurry.drainPermits();
                looking.lock();
                try {
                    lookAtAll();
                } finally {
                    looking.unlock();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        boolean changes = windows.entrySet().stream()
                .anyMatch(one ->
                        lastUsed.containsKey(one.getKey()) && !one.getValue().isSettled());
        return changes ? LOOK_AT_WHAT_CHANGES : LOOK;
    }

    private void lookAtAll() {
        windows.forEach((vendor, window) -> {
            if (isClosed) {
                return;
            }
            if (window.isInUse()) {
                lastUsed.put(vendor, System.nanoTime());
            }
            Long used = lastUsed.get(vendor);
            if (used != null && System.nanoTime() - used < LINGERING.toNanos()) {
                look(vendor, window);
            } else if (used != null) {
                leaveIfUnused(vendor, window, used);
            }
        });
    }

    /** What cannot be looked at now is looked at again; meanwhile the window closes by itself. */
    private void look(String vendor, SharedWindow window) {
        try {
            Looked looked = transaction.execute(status -> lookInTransaction(vendor, window));
            if (looked != null) {
                window.has(looked.division(), holder, looked.places());
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the share of the calls to {} cannot be told: {}", vendor, e.getMessage());
        }
    }

    private record Looked(Division division, int places) {}

    private Looked lookInTransaction(String vendor, SharedWindow window) {
        table.lock();
        table.forgetTheSilent(vendor);
        table.seen(vendor, window.row(holder));
        Division division = table.division(vendor);
        int places = window.divide(division, holder);
        table.places(vendor, holder, places, division.all());
        return new Looked(division, places);
    }

    private void leaveIfUnused(String vendor, SharedWindow window, Long used) {
        if (window.lets() && lastUsed.remove(vendor, used)) {
            leave(vendor);
        }
    }

    private void leave(String vendor) {
        try {
            table.leave(vendor, holder);
        } catch (DataAccessException e) {
            LOG.debug("the share of the calls to {} stays until it is forgotten: {}", vendor, e.getMessage());
        }
    }
}
