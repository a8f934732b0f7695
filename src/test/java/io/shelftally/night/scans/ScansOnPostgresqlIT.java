package io.shelftally.night.scans;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** The table of scans on PostgreSQL. */
@OnPostgresql
class ScansOnPostgresqlIT {

    @Nested
    class Nights extends ScanNightsTests {}

    @Nested
    class Plans extends ScanPlansTests {}

    @Nested
    class Lane extends ScansLaneTests {}
}
