package io.shelftally.calls.quota;

import io.shelftally.base.clock.HostClock;
import io.shelftally.base.database.DatabaseProduct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The one clock of all processes that share a ledger: that of PostgreSQL's server, so that it does not matter what the clocks of
 * their hosts show. A database of H2 is in the one process that has it open, and has the host's.
 */
public final class LedgerClock extends Clock {

    /** Not the transaction's time: that began before the ledger's row was had. */
    private static final String NOW = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    /** The server's time is late by the way back, of which this much leaves most of {@link LedgerTime#MARGIN_MILLIS}. */
    private static final Duration SHORT = Duration.ofMillis(50);

    private static final int QUESTIONS = 5;

    private final LongSupplier server;
    private final LongSupplier nanoTime;

    /** @param server asks the server, in milliseconds since 1970 */
    LedgerClock(LongSupplier server, LongSupplier nanoTime) {
        this.server = server;
        this.nanoTime = nanoTime;
    }

    public static Clock of(JdbcTemplate jdbc) {
        return DatabaseProduct.isPostgresql(jdbc)
                ? new LedgerClock(() -> Objects.requireNonNull(jdbc.queryForObject(NOW, Long.class)), System::nanoTime)
                : HostClock.system();
    }

    /** An answer that took long is asked for again: a pause of this process would make the time late by as much. */
    @Override
    public long millis() {
        long told = 0;
        long took = Long.MAX_VALUE;
        for (int asked = 0; asked < QUESTIONS && took > SHORT.toNanos(); asked++) {
            long start = nanoTime.getAsLong();
            told = server.getAsLong();
            took = nanoTime.getAsLong() - start;
        }
        return told;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the ledger's clock is in UTC");
    }
}
