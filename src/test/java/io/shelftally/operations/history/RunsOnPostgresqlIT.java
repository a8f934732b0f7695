package io.shelftally.operations.history;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** The runs of a PostgreSQL database. */
@OnPostgresql
class RunsOnPostgresqlIT {

    @Nested
    class Told extends RunsTests {}
}
