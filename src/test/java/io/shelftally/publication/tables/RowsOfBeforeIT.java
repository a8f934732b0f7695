package io.shelftally.publication.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.database.TestDatabase;
import io.shelftally.job.connections.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that an earlier release stored, a neighbour each of the next of their scan. */
class RowsOfBeforeIT {

    private static final String TEXT = "00000000-0000-0000-0000-000000000001";
    private static final String SHOWN = "SELECT * FROM reconciled_item ORDER BY business_date, scan_id, gtin";

    @Test
    void areShownAsTheyWere() {
        try (TestDatabase database = TestDatabase.empty()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            Flyway tables = Tables.of(database.dataSource(), database.isPostgresql());
            Flyway.configure()
                    .configuration(tables.getConfiguration())
                    .target("27")
                    .load()
                    .migrate();
            jdbc.execute("INSERT INTO product_text (text_id, product_name) VALUES ('" + TEXT + "', 'Cola')");
            night(jdbc, 1, 1, 1000, 1001);
            night(jdbc, 2, 2500, 0, 2000);
            List<Map<String, Object>> shown = jdbc.queryForList(SHOWN);

            tables.migrate();

            assertThat(shown).hasSize(1 + 1000 + 1001 + 2500 + 2000);
            assertThat(jdbc.queryForList(SHOWN)).isEqualTo(shown);
            assertThat(jdbc.queryForList(
                            "SELECT row_count FROM reconciled_block ORDER BY export_id, scan_id, block", Integer.class))
                    .containsExactly(1, 1000, 1000, 1, 1000, 1000, 500, 1000, 1000);
        }
    }

    /** A published night whose scans have so many rows each. */
    private static void night(JdbcTemplate jdbc, int export, int... rowsOfScans) {
        String date = "DATE '2026-11-0" + export + "'";
        jdbc.execute("INSERT INTO export_version (business_date, state, published_date, version, out_dir, created_at)"
                + " VALUES (" + date + ", 'PUBLISHED', " + date + ", 1, 'out', CURRENT_TIMESTAMP)");
        new ItemPartitions(jdbc).make(export);
        long next = RowIds.first(export);
        for (int scan = 0; scan < rowsOfScans.length; scan++) {
            int rows = rowsOfScans[scan];
            jdbc.update(
                    "INSERT INTO scan_row (export_id, scan_id, outcome, nights_open) VALUES (?, ?, 'REPORTED', 1)",
                    export,
                    100 + scan);
            for (int row = 0; row < rows; row++) {
                jdbc.update(
                        "INSERT INTO reconciled_item_row (row_id, gtin, verdict, captured, capture_count, text_id)"
                                + " VALUES (?, ?, 'NOT_SEEN', FALSE, 0, '" + TEXT + "')",
                        next + row,
                        String.format(Locale.ROOT, "%014d", row));
            }
            if (rows > 0) {
                jdbc.update(
                        "INSERT INTO reconciled_scan VALUES (?, ?, ?, ?)", export, 100 + scan, next, next + rows - 1);
            }
            next += rows;
        }
    }
}
