package io.shelftally.proof.torture;

import io.shelftally.proof.postgresql.PostgresqlServer;
import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.Latency;
import io.shelftally.proof.sandbox.endpoints.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A {@link Stage} whose nights are run by several processes on PostgreSQL: the database of its template is moved there, and
 * copied for each night. What they must come to is what one process comes to on H2.
 */
final class WorkersStage implements AutoCloseable {

    /** So long, and so few at once, that all workers have parts of the night in hand when the faults come. */
    private static final Duration LATENCY = Duration.ofSeconds(1);

    private static final String IN_FLIGHT = "6";

    private static final String TEMPLATE = "template_night";

    private final PostgresqlServer server = PostgresqlServer.start(List.of("fsync=off", "max_connections=300"));
    private final JdbcClient client = client("postgres");
    private final Stage stage;
    private final int perMinute;

    /** @param perMinute calls that Closient allows */
    WorkersStage(Stage stage, int perMinute) throws InterruptedException {
        this.stage = stage;
        this.perMinute = perMinute;
        client.sql("CREATE DATABASE " + TEMPLATE).update();
        try (JobProcess move =
                stage.template().start(List.of("move", "--quiet", "--to", server.url(TEMPLATE)), stage.archive())) {
            if (move.exitCode() != 0) {
                throw new TortureException("the database cannot be moved to PostgreSQL:\n" + move.said());
            }
        }
    }

    Remains expected() {
        return stage.expected();
    }

    String archive() {
        return stage.archive();
    }

    int perMinute() {
        return perMinute;
    }

    /** The port of PostgreSQL. */
    int port() {
        return URI.create(server.url(TEMPLATE).substring("jdbc:".length())).getPort();
    }

    /** A new bench, with a database of its own that nobody has run the whole list on. */
    Bench bench(String name) {
        client.sql("CREATE DATABASE " + database(name) + " TEMPLATE " + TEMPLATE)
                .update();
        return stage.bench(name)
                .on(server.url(database(name)))
                .set("spring.datasource.username", "postgres")
                .set("shelftally.closient.in-flight", IN_FLIGHT)
                .set("shelftally.pensa.in-flight", IN_FLIGHT)
                .set("shelftally.closient.per-minute", Integer.toString(perMinute));
    }

    void drop(String name) {
        client.sql("DROP DATABASE " + database(name) + " WITH (FORCE)").update();
    }

    JdbcClient client(Bench bench) {
        return JdbcClient.create(new DriverManagerDataSource(bench.url()));
    }

    /** Slow vendors, of which Closient counts calls by the minute. */
    Sandbox sandbox() {
        return Sandbox.start(stage.options()
                .withLimits(Limits.DOCUMENTED.withRates(perMinute, 0))
                .withLatency(Latency.of(LATENCY, 0, Duration.ZERO)));
    }

    @Override
    public void close() {
        server.stop();
    }

    private JdbcClient client(String database) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(database)));
    }

    private static String database(String name) {
        return name.replace('-', '_');
    }
}
