package io.shelftally.calls.quota;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts every call under an API key before it is sent, durably and for all processes on the database, so that by the
 * vendor's own count no window ever holds more calls than it may. For any number of threads.
 *
 * <ol>
 *   <li>A call fills a slot of each window from its grant until it can no longer be in the window: the window's length
 *       after its answer. The vendor counts it at some instant between the two, so at that instant, and for as long as
 *       it stays in the vendor's window, its slot is filled; and never are more slots filled than the limit.
 *   <li>A call whose process died is taken to have been answered when the longest call would have ended.
 *   <li>What the vendor says lowers the limit, and the calls left: a call without an answer may not have been counted
 *       yet when the vendor spoke, so it is taken off. 429 stops all calls for as long as it says.
 *   <li>Grants come in blocks, a transaction each; answers wait in memory for the next visit, which is late but safe.
 * </ol>
 */
public final class QuotaLedger implements AutoCloseable {

    /** The longest time from a grant to the sending of its call; a grant that is older is given back. */
    public static final Duration LONGEST_HOLD = Duration.ofSeconds(10);

    private static final int ATTEMPTS = 5;

    private final VendorQuota quota;
    private final QuotaTable table;
    private final TransactionTemplate transaction;
    private final LedgerTime time;
    private final ReentrantLock visiting = new ReentrantLock();
    private final Queue<CallEnd> ends = new ConcurrentLinkedQueue<>();
    private OpenCalls open = new OpenCalls();

    /** @param clock the same one for all processes, see {@link LedgerClock} */
    public QuotaLedger(VendorQuota quota, JdbcClient db, PlatformTransactionManager transactions, Clock clock) {
        this(quota, db, transactions, new LedgerTime(clock, System::nanoTime));
    }

    QuotaLedger(VendorQuota quota, JdbcClient db, PlatformTransactionManager transactions, LedgerTime time) {
        this.quota = quota;
        this.table = new QuotaTable(db, quota.ledgerKey());
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setName("quota");
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.time = time;
        createIfMissing();
    }

    /**
     * Grants calls, each counted before this returns; they are sent within {@link #LONGEST_HOLD}, or given back.
     *
     * @param wanted 0 writes down what has ended, and grants nothing
     */
    public Grant take(int wanted) {
        visiting.lock();
        try {
            return retried(() -> visit(Math.max(0, wanted)));
        } finally {
            visiting.unlock();
        }
    }

    /** A granted call came to its end, be it by an answer or not: {@code answered(RateLimits.of(answer))}. */
    public void answered(RateLimits limits) {
        ends.add(new CallEnd(time.nanos(), Optional.of(limits)));
    }

    /** Granted calls will not be sent. */
    public void giveBack(int unsent) {
        for (int i = 0; i < unsent; i++) {
            ends.add(new CallEnd(time.nanos(), Optional.empty()));
        }
    }

    /** The calls of the last 24 hours by every process, as far as they are written down. */
    public DayUse today() {
        visiting.lock();
        try {
            return today(time.now(table.read()), wordOfTheDay());
        } finally {
            visiting.unlock();
        }
    }

    /**
     * The calls that the day has left for a run that starts now, with those that come free while it waits; empty if the day
     * has no limit. Calls of others and of the run itself come on top.
     *
     * @param waiting how long the run waits for a call at the most
     * @param pause how long it waits even when that is over
     */
    public OptionalLong leftWithin(Duration waiting, Duration pause) {
        visiting.lock();
        try {
            long now = time.now(table.read());
            VendorWord word = wordOfTheDay();
            DayUse today = today(now, word);
            if (today.limit() == 0) {
                return OptionalLong.empty();
            }
            long left = today.limit() - today.used() + comingFree(now, waiting.toMillis(), pause.toMillis());
            long bySpare = word.isLive(now + waiting.toMillis()) ? word.spare() : Long.MAX_VALUE;
            return OptionalLong.of(Math.max(0, Math.min(left, bySpare)));
        } finally {
            visiting.unlock();
        }
    }

    private DayUse today(long now, VendorWord word) {
        long used = table.uses(now).getOrDefault(Window.DAY, WindowUse.NONE).calls();
        return new DayUse(used, Room.limit(Window.DAY, quota.settings(), word));
    }

    private VendorWord wordOfTheDay() {
        return table.words().getOrDefault(Window.DAY, VendorWord.NONE);
    }

    private long comingFree(long now, long waiting, long pause) {
        long free = 0;
        long from = now;
        for (QuotaTable.SlotRow slot : table.slots(Window.DAY)) {
            if (slot.freesAt() > now) {
                if (slot.freesAt() > Math.max(now + waiting, from + pause)) {
                    return free;
                }
                free += slot.calls();
                from = slot.freesAt();
            }
        }
        return free;
    }

    /** Writes down the calls that have ended, so that the next process need not wait for them. */
    @Override
    public void close() {
        take(0);
    }

    private Grant visit(int wanted) {
        List<CallEnd> ended = List.copyOf(ends);
        OpenCalls stillOpen = open.copy();
        Grant grant = Objects.requireNonNull(transaction.execute(status -> visit(wanted, ended, stillOpen)));
        open = stillOpen;
        ended.forEach(end -> ends.poll());
        return grant;
    }

    private Grant visit(int wanted, List<CallEnd> ended, OpenCalls stillOpen) {
        LedgerRow row = table.lock();
        long now = time.now(row);
        Visit visit = new Visit(quota, table, stillOpen, row, now);
        ended.forEach(end -> visit.end(end, time.at(end.nanos(), now)));
        Grant grant = visit.grant(wanted);
        table.save(new LedgerRow(now, time.wall(), visit.blockedUntil()));
        return grant;
    }

    private void createIfMissing() {
        try {
            transaction.executeWithoutResult(status -> {
                if (table.isMissing()) {
                    table.create(time.firstWall());
                }
            });
        } catch (DuplicateKeyException anotherProcessWasFirst) {
            // The row is there, which is all that matters.
        }
    }

    /** A row lock that was not had in time is asked for again. */
    private static Grant retried(Supplier<Grant> visit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return visit.get();
            } catch (TransientDataAccessException busy) {
                if (attempt == ATTEMPTS) {
                    throw busy;
                }
            }
        }
    }
}
