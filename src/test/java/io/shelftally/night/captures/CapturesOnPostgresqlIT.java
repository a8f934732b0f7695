package io.shelftally.night.captures;

import io.shelftally.database.OnPostgresql;
import org.junit.jupiter.api.Nested;

/** The table of captures on PostgreSQL. */
@OnPostgresql
class CapturesOnPostgresqlIT {

    @Nested
    class Nights extends CaptureNightsTests {}

    @Nested
    class Plans extends CapturePlansTests {}

    @Nested
    class Lane extends CapturesLaneTests {}

    @Nested
    class BucketRetries extends BucketRetriesTests {}
}
