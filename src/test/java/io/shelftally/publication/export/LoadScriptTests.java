package io.shelftally.publication.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.matching.product.Gtin;
import io.shelftally.publication.results.ColumnType;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.Rows;
import io.shelftally.publication.twins.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** load.sql, run by DuckDB over files of every dataset. */
class LoadScriptTests {

    private static final Map<ColumnType, String> TYPES = Map.of(
            ColumnType.TEXT, "VARCHAR",
            ColumnType.INTEGER, "BIGINT",
            ColumnType.BOOLEAN, "BOOLEAN",
            ColumnType.DATE, "DATE",
            ColumnType.INSTANT, "TIMESTAMP WITH TIME ZONE");

    @TempDir
    private Path folder;

    private Connection connection;
    private Statement statement;

    @BeforeEach
    void startDuckDb() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("SET file_search_path = '" + folder + "'; SET TimeZone = 'UTC'");
    }

    @AfterEach
    void endDuckDb() throws SQLException {
        connection.close();
    }

    @Test
    void everyColumnHasItsTypeAlsoInFilesWithoutRows() throws Exception {
        for (Dataset<?> dataset : Datasets.ALL) {
            write(dataset, List.of());
        }

        load();

        for (Dataset<?> dataset : Datasets.ALL) {
            assertThat(rows("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = '" + dataset.name()
                            + "' ORDER BY column_index"))
                    .isEqualTo(dataset.columns().stream()
                            .map(column -> column.name() + " " + TYPES.get(column.type()))
                            .toList());
            assertThat(rows("SELECT count(*) FROM " + dataset.name())).containsExactly("0");
        }
    }

    @Test
    void aGtinKeepsItsZeroBehindThirtyThousandThatHaveNone() throws Exception {
        List<ReconciledRow> items = new ArrayList<>();
        for (int scan = 1; scan <= 30_000; scan++) {
            items.add(
                    Rows.notCaptured(scan, new Gtin(String.format(Locale.ROOT, "%014d", 10_000_000_000_000L + scan))));
        }
        items.add(Rows.notCaptured(30_001, Rows.COLA));
        writeAll(items);

        load();

        assertThat(rows("SELECT gtin FROM reconciled_items WHERE scan_id = 30001"))
                .containsExactly(Rows.COLA.digits());
        assertThat(rows("SELECT count(DISTINCT gtin), min(length(gtin)) FROM reconciled_items"))
                .containsExactly("30001 14");
    }

    @Test
    void aColumnThatIsEmptyAllNightCanBeSummed() throws Exception {
        writeAll(List.of(Rows.notSeen(1), Rows.notCaptured(2, Rows.COLA)));

        load();

        assertThat(rows("SELECT sum(facings), count(facings), bool_or(out_of_stock) FROM reconciled_items"))
                .containsExactly("null 0 false");
    }

    @Test
    void idsAboveTheIntegersOfADoubleAreExact() throws Exception {
        writeAll(List.of(Rows.notSeen(9_007_199_254_740_993L), Rows.notSeen(Long.MAX_VALUE)));

        load();

        assertThat(rows("SELECT scan_id FROM reconciled_items ORDER BY 1"))
                .containsExactly("9007199254740993", "9223372036854775807");
    }

    @Test
    void textComesOutAsItStandsInTheFile() throws Exception {
        String raw = "a,\"b\"\r\n\n=1\rc ".repeat(400_000);
        writeAll(List.of());
        write(
                Datasets.QUARANTINE,
                List.of(
                        new QuarantineRow("scans.csv", "2", "=x", " padded ", QuarantineCode.BAD_SCAN_ID, "NULL", raw),
                        new QuarantineRow("scans.csv", "3", null, null, QuarantineCode.BAD_SCAN_ID, "#", "\u00e9")));

        load();

        assertThat(rows("SELECT \"column\", '|' || subject_id || '|', detail, length(raw), raw[:5] FROM quarantine"
                        + " WHERE position = '2'"))
                .containsExactly("'=x | padded | NULL " + raw.length() + " a,\"b\"");
        assertThat(rows("SELECT \"column\" IS NULL, subject_id IS NULL, detail, raw FROM quarantine"
                        + " WHERE position = '3'"))
                .containsExactly("true true # \u00e9");
    }

    @Test
    void timesAndTruthsHaveTheirMeaning() throws Exception {
        writeAll(List.of(Rows.confirmed(1)));
        write(Datasets.CAPTURES, List.of(Rows.reconciledCapture(Rows.FIRST_ID), Rows.unknownCapture(Rows.SECOND_ID)));

        load();

        assertThat(rows("SELECT epoch_us(created), processed_at > created, business_date + 1 FROM captures"
                        + " WHERE created IS NOT NULL"))
                .containsExactly(Instant.parse("2026-11-21T23:59:59Z").getEpochSecond() + "123456 true 2026-11-23");
        assertThat(rows("SELECT captured AND seen AND NOT out_of_stock FROM reconciled_items"))
                .containsExactly("true");
    }

    @Test
    void theScriptCanBeRunAgain() throws Exception {
        writeAll(List.of(Rows.notSeen(1)));

        load();
        load();

        assertThat(rows("SELECT count(*) FROM reconciled_items")).containsExactly("1");
    }

    /** The items, and the other files without rows. */
    private void writeAll(List<ReconciledRow> items) {
        for (Dataset<?> dataset : Datasets.ALL) {
            if (!dataset.equals(Datasets.RECONCILED_ITEMS)) {
                write(dataset, List.of());
            }
        }
        write(Datasets.RECONCILED_ITEMS, items);
    }

    private <R> void write(Dataset<R> dataset, List<R> rows) {
        try (CsvSink<R> sink = new CsvSink<>(dataset, folder, true)) {
            rows.forEach(sink::write);
        }
    }

    private void load() throws SQLException, IOException {
        Path script = Files.writeString(folder.resolve("load.sql"), LoadScript.of(Datasets.ALL));
        statement.execute(Files.readString(script));
    }

    private List<String> rows(String sql) throws SQLException {
        return DuckDb.rows(statement, sql);
    }
}
