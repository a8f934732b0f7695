package io.shelftally.calls.quota;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger on a time that others make. */
public final class SimulatedLedger {

    private SimulatedLedger() {}

    public static QuotaLedger of(
            VendorQuota quota,
            JdbcClient client,
            PlatformTransactionManager transactions,
            Clock clock,
            LongSupplier nanoTime) {
        return new QuotaLedger(quota, client, transactions, new LedgerTime(clock, nanoTime));
    }
}
