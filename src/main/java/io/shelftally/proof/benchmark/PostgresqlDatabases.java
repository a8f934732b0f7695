package io.shelftally.proof.benchmark;

import io.shelftally.proof.postgresql.PostgresqlServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases of a server of this process, with the settings that PostgreSQL comes with. */
final class PostgresqlDatabases implements Databases {

    private static final String OF_THE_SERVER = "postgres";

    private final PostgresqlServer server = server();
    private final JdbcClient client = JdbcClient.create(new DriverManagerDataSource(server.url(OF_THE_SERVER)));
    private final Map<Path, String> names = new HashMap<>();

    private static PostgresqlServer server() {
        try {
            return PostgresqlServer.start(List.of());
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new BenchmarkException("PostgreSQL did not start: " + e.getMessage());
        }
    }

    @Override
    public String url(Path folder) {
        String name = names.computeIfAbsent(folder, any -> "night_" + (names.size() + 1));
        client.sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)").update();
        client.sql("CREATE DATABASE " + name + " TEMPLATE template0").update();
        client.sql("CHECKPOINT").update();
        return server.url(name);
    }

    @Override
    public String urlForReading(Path folder) {
        return server.url(names.getOrDefault(folder, OF_THE_SERVER));
    }

    @Override
    public long bytes(Path folder) {
        return client.sql("SELECT pg_database_size(:name)")
                .param("name", names.get(folder))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Duration> cpu() {
        return ProcFiles.cpuOfAll(server.pid());
    }

    @Override
    public void close() {
        server.stop();
    }
}
