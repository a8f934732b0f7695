package io.shelftally.night.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long this process may believe, without asking, that nobody has taken its lease over. Two clocks must agree: the
 * steady one stands still while a machine is suspended, the wall clock may be set back. For any number of threads.
 */
final class Trust {

    /** When a beat began, by both clocks. */
    record Mark(Instant steady, Instant wall) {}

    private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Duration length;
    private final Clock steady;
    private final Clock wall;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition renewed = lock.newCondition();
    private volatile Mark last = new Mark(Instant.MIN, Instant.MIN);

    Trust(Duration length, Clock steady, Clock wall) {
        this.length = length;
        this.steady = steady;
        this.wall = wall;
    }

    Mark mark() {
        return new Mark(steady.instant(), wall.instant());
    }

    /** @param start taken before the database was asked */
    void renew(Mark start) {
        lock.lock();
        try {
            last = start;
            renewed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is trust; {@code giveUp} is asked from time to time, and throws to end the waiting. As a rule it
     * returns at once and without a lock, whose release would part the answer from what it is asked for.
     */
    void await(Runnable giveUp) throws InterruptedException {
        if (!isOver()) {
            return;
        }
        lock.lockInterruptibly();
        try {
            while (isOver()) {
                giveUp.run();
                renewed.awaitNanos(LONGEST_WAIT_NANOS);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver() {
        Mark start = last;
        return isPast(start.steady(), steady) || isPast(start.wall(), wall);
    }

    private boolean isPast(Instant start, Clock clock) {
        return start.equals(Instant.MIN) || !clock.instant().isBefore(start.plus(length));
    }
}
