package io.shelftally.run;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** The lease and the history on PostgreSQL. */
@OnPostgresql
class RunOnPostgresqlIT {

    @Nested
    class Leases extends LeaseTests {}

    @Nested
    class Histories extends RunHistoryTests {}
}
