package io.shelftally.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's clock, which is one for all processes, whatever their hosts' clocks say. It is asked from time to time, and
 * moved on by the steady clock between; that one stands still while a machine is suspended, which the host's clock shows.
 */
final class DatabaseClock extends Clock {

    /** By so much the host's clock may part from the steady one before the machine counts as having been suspended. */
    private static final Duration SUSPENDED = Duration.ofSeconds(1);

    /** After a longer one the answer says too little. */
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

    /** What was the time, by three clocks. */
    private record Sample(Instant database, long steadyNanos, Instant host) {}

    private final JdbcClient client;
    private final Clock host;
    private volatile Sample last;

    /** Asks the database; throws if it cannot be asked. */
    DatabaseClock(JdbcClient client, Clock host) {
        this.client = client;
        this.host = host;
        this.last = ask();
    }

    /** Compares the clocks; goes on by the last comparison if the database cannot be asked. */
    void compare() {
        try {
            Sample sample = ask();
            if (steady(sample).compareTo(LONGEST_QUESTION) < 0) {
                last = sample;
            }
        } catch (DataAccessException e) {
            LOG.debug("the database cannot tell the time: {}", e.getMessage());
        }
    }

    /** Whether the machine may have stood still since the clocks were compared, so that this one may be late. */
    boolean isInDoubt() {
        Sample sample = last;
        Duration parted = Duration.between(sample.host(), host.instant()).minus(steady(sample));
        return parted.abs().compareTo(SUSPENDED) > 0;
    }

    @Override
    public Instant instant() {
        Sample sample = last;
        return sample.database().plus(steady(sample));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the database's clock is in UTC");
    }

    private static Duration steady(Sample sample) {
        return Duration.ofNanos(System.nanoTime() - sample.steadyNanos());
    }

    /** The time that the database tells is counted from the question, so this clock is early by the way to it, never late. */
    private Sample ask() {
        long asked = System.nanoTime();
        Instant told = client.sql("SELECT CURRENT_TIMESTAMP")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return new Sample(told, asked, host.instant());
    }
}
