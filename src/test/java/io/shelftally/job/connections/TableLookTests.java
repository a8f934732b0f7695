package io.shelftally.job.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableLookTests {

    private final JdbcDataSource database = new JdbcDataSource();

    TableLookTests() {
        database.setUrl("jdbc:h2:mem:" + getClass().getSimpleName() + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    }

    @Test
    void theNewestVersionIsThatOfTheNewestMigration() {
        assertThat(Stream.of(Tables.of(database, false).info().all()).map(MigrationInfo::getVersion))
                .as("Tables.NEWEST against db/migration")
                .last()
                .hasToString(Integer.toString(Tables.NEWEST));
    }

    @Test
    void anEmptyDatabaseHasNoTablesAndAMigratedOneTheCurrentOnes() throws SQLException {
        TableLook before = look();

        Tables.of(database, false).migrate();

        assertThat(before).isEqualTo(new TableLook(TableState.NONE, 0));
        assertThat(look()).isEqualTo(new TableLook(TableState.CURRENT, Tables.NEWEST));
    }

    @Test
    void whatMigrationsWriteIsNothingToLose() throws SQLException {
        Tables.of(database, false).migrate();
        boolean before = holdsRows();

        execute("INSERT INTO published_night (business_date) VALUES (DATE '2026-11-21')");

        assertThat(before).isFalse();
        assertThat(holdsRows()).isTrue();
    }

    @Test
    void tablesWithoutARecordAreNotTakenForOurs() throws SQLException {
        execute("CREATE TABLE theirs (id INTEGER)");

        assertThat(look().state()).isEqualTo(TableState.UNRECORDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM \"flyway_schema_history\" WHERE \"version\" = 'NEWEST'                        | PENDING | BEFORE",
                "UPDATE \"flyway_schema_history\" SET \"success\" = FALSE WHERE \"version\" = 'NEWEST'     | FAILED  | BEFORE",
                "UPDATE \"flyway_schema_history\" SET \"version\" = '999' WHERE \"version\" = 'NEWEST'     | NEWER   | 999",
                "UPDATE \"flyway_schema_history\" SET \"version\" = NULL WHERE \"version\" = '2'           | CURRENT | NEWEST"
            })
    void theRecordTellsHowTheTablesStand(String change, TableState state, String version) throws SQLException {
        Tables.of(database, false).migrate();
        int expected = Integer.parseInt(inNumbers(version));

        execute(inNumbers(change));

        assertThat(look()).isEqualTo(new TableLook(state, expected));
    }

    private String inNumbers(String text) {
        MigrationInfo[] all = Tables.of(database, false).info().all();
        return text.replace("NEWEST", String.valueOf(all[all.length - 1].getVersion()))
                .replace("BEFORE", String.valueOf(all[all.length - 2].getVersion()));
    }

    private boolean holdsRows() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TableLook.holdsRows(connection);
        }
    }

    private TableLook look() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TableLook.at(connection);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
