package io.shelftally.publication.tables;

import static io.shelftally.publication.results.Rows.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.OnPostgresql;
import io.shelftally.database.TestDatabase;
import io.shelftally.job.connections.Tables;
import io.shelftally.publication.results.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@OnPostgresql
class ItemPartitionsOnPostgresqlIT {

    private static final String PARTITIONS =
            "SELECT CAST(inhrelid::regclass AS VARCHAR) FROM pg_inherits WHERE inhparent = 'reconciled_item_row'::regclass";

    private static final String TEXT = "00000000-0000-0000-0000-000000000001";

    @Test
    void theRowsOfAnExportGoWithTheirPartition() {
        ResultsDatabase database = new ResultsDatabase();
        int kept = written(database, 1);
        int export = written(database, 2);
        assertThat(partitions(database.jdbc)).containsExactlyInAnyOrder(name(kept), name(export));

        database.versions().deleteSuperseded();

        assertThat(partitions(database.jdbc)).containsExactly(name(export));
        assertThat(database.query("SELECT version.export_id FROM reconciled_item JOIN export_version version"
                        + " ON version.published_date = reconciled_item.business_date"))
                .containsExactly(List.of(Integer.toString(export)));
    }

    @Test
    void whatSomebodyReadsIsDeletedAndDroppedByALaterPrune() throws SQLException {
        ResultsDatabase database = new ResultsDatabase();
        int replaced = written(database, 1);
        int export = written(database, 2);
        OldVersions old = new OldVersions(database.jdbc, database.unguarded(), NIGHT.plusDays(1));

        try (Connection analyst = connection(database.jdbc);
                Statement statement = analyst.createStatement()) {
            analyst.setAutoCommit(false);
            statement.executeQuery("SELECT COUNT(*) FROM reconciled_item");
            old.delete();

            assertThat(database.count("reconciled_item_row")).isZero();
            assertThat(partitions(database.jdbc)).containsExactlyInAnyOrder(name(replaced), name(export));
        }
        old.delete();

        assertThat(partitions(database.jdbc)).isEmpty();
    }

    @Test
    void rowsOfAnEarlierReleaseStayWhereTheyAreUntilTheyGo() {
        try (TestDatabase database = TestDatabase.empty()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            Flyway tables = Tables.of(database.dataSource(), true);
            Flyway.configure()
                    .configuration(tables.getConfiguration())
                    .target("20")
                    .load()
                    .migrate();
            jdbc.batchUpdate(
                    "GRANT SELECT ON reconciled_item TO PUBLIC",
                    "INSERT INTO export_version (business_date, state, published_date, version, out_dir, created_at)"
                            + " VALUES ('2026-11-01', 'PUBLISHED', '2026-11-01', 1, 'out', CURRENT_TIMESTAMP)",
                    "INSERT INTO scan_row (export_id, scan_id, outcome, nights_open) VALUES (1, 7, 'REPORTED', 1)",
                    "INSERT INTO reconciled_scan VALUES (1, 7, 4294967296, 4294967296)",
                    "INSERT INTO product_text (text_id, product_name) VALUES ('" + TEXT + "', 'Cola')",
                    "INSERT INTO reconciled_item_row (row_id, gtin, verdict, captured, capture_count, text_id)"
                            + " VALUES (4294967296, '00000000000017', 'NOT_SEEN', FALSE, 0, '" + TEXT + "')");
            List<?> shown = jdbc.queryForList("SELECT * FROM reconciled_item");

            tables.migrate();

            assertThat(shown).hasSize(1).isEqualTo(jdbc.queryForList("SELECT * FROM reconciled_item"));
            assertThat(jdbc.queryForObject(
                            "SELECT has_table_privilege('public', 'reconciled_item', 'SELECT')", Boolean.class))
                    .isTrue();
            assertThat(partitions(jdbc)).containsExactly("reconciled_item_row_before");

            ResultsDatabase results = new ResultsDatabase(database);
            new OldVersions(jdbc, results.unguarded(), NIGHT).delete();
            int export = written(results, 1);

            assertThat(partitions(jdbc)).containsExactly(name(export));
        }
    }

    /** A published version of one row. */
    private static int written(ResultsDatabase database, int version) {
        ExportVersions versions = database.versions();
        int export = versions.begin(NIGHT, ResultsDatabase.RULES);
        new ScanRows(database.jdbc, database.unguarded()).insert(export, List.of(Rows.reported(1)));
        try (ReconciledRowWriter rows = new ReconciledRows(database.jdbc, database.unguarded()).write(export)) {
            rows.accept(Rows.confirmed(1));
        }
        versions.publish(export, version, Path.of("out"), ResultsDatabase.DESCRIPTOR);
        return export;
    }

    private static String name(int export) {
        return "reconciled_item_row_" + export;
    }

    private static Connection connection(JdbcTemplate jdbc) throws SQLException {
        return Objects.requireNonNull(jdbc.getDataSource()).getConnection();
    }

    private static List<String> partitions(JdbcTemplate jdbc) {
        return jdbc.queryForList(PARTITIONS, String.class);
    }
}
