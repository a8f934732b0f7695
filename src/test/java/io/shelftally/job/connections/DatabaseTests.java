package io.shelftally.job.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DatabaseTests {

    @TempDir
    private Path folder;

    @Test
    void whatMakesAFileSafeAndLeanGoesBeforeTheSettingsOfItsUrl() throws SQLException {
        String url =
                Database.safe("jdbc:h2:file:" + folder.resolve("night") + ";WRITE_DELAY=500;max_length_inplace_lob=1");

        assertThat(settingsOf(url)).containsOnly("MAX_LENGTH_INPLACE_LOB=65536", "WRITE_DELAY=0");
    }

    @Test
    void answersOfBeforeAndOfAfterAreReadWhetherTheyStandInTheirRowOrNot() throws SQLException {
        String plain = "jdbc:h2:file:" + folder.resolve("night");
        byte[] usual = random(7_000);
        byte[] longer = random(100_000);
        update(plain, "CREATE TABLE body (id INT PRIMARY KEY, gzip BLOB)");
        update(plain, "INSERT INTO body VALUES (1, ?)", usual);

        update(Database.safe(plain), "INSERT INTO body VALUES (2, ?)", usual);
        update(Database.safe(plain), "INSERT INTO body VALUES (3, ?)", longer);

        for (String url : new String[] {plain, Database.safe(plain)}) {
            assertThat(body(url, 1)).isEqualTo(usual);
            assertThat(body(url, 2)).isEqualTo(usual);
            assertThat(body(url, 3)).isEqualTo(longer);
        }
    }

    private static Set<String> settingsOf(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return Set.copyOf(client(connection).sql("""
                            SELECT setting_name || '=' || setting_value FROM information_schema.settings
                            WHERE setting_name IN ('WRITE_DELAY', 'MAX_LENGTH_INPLACE_LOB')
                            """).query(String.class).list());
        }
    }

    private static void update(String url, String sql, Object... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            client(connection).sql(sql).params(values).update();
        }
    }

    private static byte[] body(String url, int id) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return client(connection)
                    .sql("SELECT gzip FROM body WHERE id = ?")
                    .param(id)
                    .query((row, number) -> row.getBytes(1))
                    .single();
        }
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
