package io.shelftally.nights;

import io.shelftally.database.OnPostgresql;
import io.shelftally.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What holds of nights on H2 holds of them on PostgreSQL. */
@OnPostgresql
class NightsOnPostgresqlIT {

    @Nested
    class Reruns extends RerunIT {}

    @Nested
    class RerunCommands extends RerunCommandIT {}

    @Nested
    class Breaks extends BreaksIT {}

    @Nested
    class Prunings extends PruneIT {}

    @Nested
    class Abandonments extends AbandonIT {}

    @Nested
    class Replays extends ReplayByOtherRulesIT {}

    @Nested
    class Diffs extends DiffIT {}

    @Nested
    class Explanations extends ExplainIT {}

    @Nested
    class Quarantines extends QuarantineIT {}

    @Nested
    class Sites extends SiteIT {}

    @Nested
    class Unknown extends UnknownProductsIT {}

    /** In the middle of a transaction, and with the lease's row locked. */
    @Nested
    @Execution(ExecutionMode.SAME_THREAD)
    class Takeovers extends TakeoverIT {

        @Override
        List<String> failpoints() {
            return List.of("NIGHT_BEFORE_COMMIT:6", "VERSION_SHOWN:1");
        }

        @Override
        String url(Path home) {
            return TestDatabase.url(home);
        }
    }
}
