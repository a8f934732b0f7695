package io.shelftally.calls.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The ledger of calls on PostgreSQL. */
@OnPostgresql
class LedgerOnPostgresqlIT {

    @Nested
    class Ledger extends QuotaLedgerTests {}

    @Nested
    class Sharing extends SharedQuotaTests {}

    /** However far the clocks of two hosts are apart. */
    @Test
    void theTimeIsTheServers() {
        try (LedgerDatabase database = new LedgerDatabase()) {
            long told = database.clock().millis();

            assertThat(database.clock()).isInstanceOf(LedgerClock.class);
            assertThat(told).isCloseTo(System.currentTimeMillis(), within(5000L)); // this server is on this host
        }
    }

    @Nested
    class Threads extends QuotaLedgerIT {}
}
