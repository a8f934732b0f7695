package io.shelftally.operations.evidence;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** The stored answers of a PostgreSQL database. */
@OnPostgresql
class EvidenceOnPostgresqlIT {

    @Nested
    class Found extends StoredAnswersTests {}
}
