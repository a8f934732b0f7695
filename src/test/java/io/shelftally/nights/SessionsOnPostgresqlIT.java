package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.SandboxOptions;
import io.shelftally.proof.sandbox.WorldSource;
import io.shelftally.proof.sandbox.endpoints.Latency;
import io.shelftally.proof.sandbox.endpoints.Limits;
import io.shelftally.proof.sandbox.seeded.SeededOptions;
import io.shelftally.proof.sandbox.seeded.SeededWorld;
import io.shelftally.proof.sandbox.world.Catalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the server sees of a night whose vendors are slow. */
@OnPostgresql
@Timeout(120)
class SessionsOnPostgresqlIT {

    private static final String DATE = "2026-11-21";
    private static final SeededOptions WORLD = new SeededOptions(3, 12, 6, 5, 25);

    private static final Duration LATENCY = Duration.ofMillis(2500);

    /** Less than a call takes, and far more than a transaction that waits for nobody. */
    private static final String OLD = "1.5 seconds";

    private static final String SESSIONS = """
            SELECT application_name, state, COALESCE(wait_event_type || ' ' || wait_event, '') AS waits, query,
                now() - xact_start > INTERVAL '%s' AS is_old
            FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'shelftally %%'
            """.formatted(OLD);

    @Test
    void noTransactionIsOpenWhileAVendorIsWaitedFor(@TempDir Path home) throws Exception {
        SandboxOptions slow = SandboxOptions.of(WorldSource.seed(WORLD))
                .withLimits(Limits.DOCUMENTED.withRates(0, 0))
                .withLatency(Latency.of(LATENCY, 0, LATENCY));
        try (Sandbox sandbox = Sandbox.start(slow)) {
            Desk desk = new Desk(home).facing(sandbox).set("shelftally.http.read-timeout", "10s");
            new SeededWorld(WORLD, Catalogue.load()).writeLists(home);
            List<String> open = new ArrayList<>();
            TreeSet<String> names = new TreeSet<>();
            int looksWhileWaiting = 0;
            try (ChildProcess night = desk.nightElsewhere(DATE, "--wait", "20s")) {
                JdbcTemplate server = desk.database();
                while (night.isAlive()) {
                    boolean isCalling = !sandbox.journal().entries().isEmpty();
                    looksWhileWaiting += isCalling ? 1 : 0;
                    server.query(SESSIONS, row -> {
                        names.add(row.getString("application_name"));
                        if (isCalling && row.getBoolean("is_old")) {
                            open.add(row.getString("state") + ", " + row.getString("waits") + ": "
                                    + row.getString("query"));
                        }
                    });
                    Thread.sleep(50);
                }
                assertThat(night.exitCode()).as(night.err()).isZero();
            }

            assertThat(open).as("transactions older than " + OLD).isEmpty();
            assertThat(looksWhileWaiting).as("looks during the collection").isGreaterThan(40);
            assertThat(names).hasSize(1).allMatch(name -> name.matches("shelftally nightly \\d+ [0-9a-f]{8}"));
        }
    }
}
