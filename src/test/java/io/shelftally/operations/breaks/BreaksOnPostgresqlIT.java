package io.shelftally.operations.breaks;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** The open breaks of a PostgreSQL database. */
@OnPostgresql
class BreaksOnPostgresqlIT {

    @Nested
    class Open extends OpenBreaksTests {}
}
