package io.shelftally.intake.quarantine;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** What is set aside on PostgreSQL. */
@OnPostgresql
class SetAsideOnPostgresqlIT {

    @Nested
    class Rows extends SetAsideTests {}

    @Nested
    class Decisions extends QuarantineDecisionsTests {}
}
