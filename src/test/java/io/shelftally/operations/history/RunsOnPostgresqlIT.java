package io.shelftally.operations.history;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** The runs and the nights of a PostgreSQL database. */
@OnPostgresql
class RunsOnPostgresqlIT {

    @Nested
    class Told extends RunsTests {}

    @Nested
    class Listed extends NightsTests {}
}
