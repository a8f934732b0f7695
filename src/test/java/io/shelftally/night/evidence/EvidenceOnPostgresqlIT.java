package io.shelftally.night.evidence;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** Stored answers on PostgreSQL. */
@OnPostgresql
class EvidenceOnPostgresqlIT {

    @Nested
    class Store extends EvidenceStoreTests {}
}
