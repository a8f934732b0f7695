package io.shelftally.calls.quota;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** The ledger of calls on PostgreSQL. */
@OnPostgresql
class LedgerOnPostgresqlIT {

    @Nested
    class Ledger extends QuotaLedgerTests {}

    @Nested
    class Threads extends QuotaLedgerIT {}
}
