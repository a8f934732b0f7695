package io.shelftally.calls.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The vendor's side: counts the calls of sliding windows exactly, and says so as the documented headers do. */
final class CountingVendor {

    private static final class Log {
        private final long limit;
        private final long lengthNanos;
        private final Deque<Long> calls = new ArrayDeque<>();
        private int fullest;

        Log(long limit, Duration length) {
            this.limit = limit;
            this.lengthNanos = length.toNanos();
        }

        void count(long now) {
            while (!calls.isEmpty() && calls.peekFirst() < now - lengthNanos) {
                calls.removeFirst();
            }
            calls.addLast(now);
            fullest = Math.max(fullest, calls.size());
        }

        long remaining() {
            return Math.max(0, limit - calls.size());
        }

        Duration reset(long now) {
            return Duration.ofSeconds((calls.getFirst() + lengthNanos - now + 999_999_999L) / 1_000_000_000L);
        }
    }

    private final Log minute;
    private final Log day;
    private int calls;

    CountingVendor(long perMinute, long perDay) {
        minute = new Log(perMinute, Window.MINUTE.length());
        day = new Log(perDay, Window.DAY.length());
    }

    /** Counts a call, and gives the headers of its answer. */
    RateLimits count(long now) {
        calls++;
        minute.count(now);
        day.count(now);
        Log restrictive = minute.remaining() <= day.remaining() ? minute : day;
        return new RateLimits(
                List.of(new RatePolicy(minute.limit, 60), new RatePolicy(day.limit, 86_400)),
                Optional.of(restrictive.limit),
                Optional.of(restrictive.remaining()),
                Optional.of(restrictive.reset(now)),
                Optional.empty());
    }

    int calls() {
        return calls;
    }

    /** The most calls that any 60 seconds held. */
    int fullestMinute() {
        return minute.fullest;
    }

    /** The most calls that any 24 hours held. */
    int fullestDay() {
        return day.fullest;
    }
}
