package io.shelftally.calls.collect;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** Counted calls on PostgreSQL. */
@OnPostgresql
class CallCountsOnPostgresqlIT {

    @Nested
    class Counts extends CallCountsTests {}
}
