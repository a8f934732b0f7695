package io.shelftally.publication.tables;

import static io.shelftally.publication.results.Rows.CEREAL;
import static io.shelftally.publication.results.Rows.COLA;
import static io.shelftally.publication.results.Rows.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.matching.product.Gtin;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class ReconciledRowsIT {

    private final ResultsDatabase database = new ResultsDatabase();
    private final ExportVersions versions = database.versions();
    private final ScanRows scans = new ScanRows(database.jdbc, database.unguarded());
    private final ReconciledRows reconciled = new ReconciledRows(database.jdbc, database.unguarded());
    private final int export = versions.begin(NIGHT, ResultsDatabase.RULES);

    @Test
    void theViewShowsTheCellsOfTheCsv() {
        List<ReconciledRow> rows = List.of(Rows.confirmed(7), Rows.notSeen(7), Rows.notCaptured(Long.MAX_VALUE, COLA));
        scans.insert(export, List.of(Rows.reported(7), Rows.reported(Long.MAX_VALUE)));

        write(rows);
        versions.publish(export, 1, Path.of("out"), ResultsDatabase.DESCRIPTOR);

        assertThat(database.query("SELECT * FROM reconciled_item ORDER BY scan_id, gtin"))
                .isEqualTo(database.cells(Datasets.RECONCILED_ITEMS, rows));
    }

    @Test
    void aProductThatComesAgainIsShownAsItIsEachTime() {
        List<ReconciledRow> rows = IntStream.rangeClosed(1, 60)
                .mapToObj(scan ->
                        scan % 3 == 0 ? Rows.confirmed(scan) : Rows.notCaptured(scan, scan % 2 == 0 ? COLA : CEREAL))
                .toList();
        scans.insert(
                export,
                rows.stream().map(row -> Rows.reported(row.scan().scanId())).toList());

        write(rows);
        versions.publish(export, 1, Path.of("out"), ResultsDatabase.DESCRIPTOR);

        assertThat(database.query("SELECT * FROM reconciled_item ORDER BY scan_id"))
                .isEqualTo(database.cells(Datasets.RECONCILED_ITEMS, rows));
    }

    @Test
    void rowsThatDifferInTheirScanAloneAreKeptOnce() {
        write(List.of(
                Rows.notCaptured(1, COLA),
                Rows.notCaptured(2, CEREAL),
                Rows.notCaptured(3, COLA),
                Rows.confirmed(4),
                Rows.confirmed(5)));

        assertThat(database.count("reconciled_item_row")).isEqualTo(2 + 2);
        assertThat(database.query("SELECT scan_id, row_count FROM reconciled_block ORDER BY scan_id"))
                .containsExactly(
                        List.of("1", "1"), List.of("2", "1"), List.of("3", "1"), List.of("4", "1"), List.of("5", "1"));
    }

    @Test
    void textThatMeansSomethingToADatabaseIsShownAsItIs() {
        List<String> names = List.of(
                "\\N",
                "\\.",
                "\\",
                "a\tb",
                "a\nb\r\nc",
                "back\\slash\\t",
                " é漢\uD83D\uDE00 ",
                "\"a\", 'b'",
                "$$;--",
                "\u0007\b",
                "x".repeat(200_000));
        List<ReconciledRow> rows = IntStream.rangeClosed(1, names.size())
                .mapToObj(scan -> Rows.notSeen(scan, names.get(scan - 1)))
                .toList();
        scans.insert(
                export,
                rows.stream().map(row -> Rows.reported(row.scan().scanId())).toList());

        write(rows);
        versions.publish(export, 1, Path.of("out"), ResultsDatabase.DESCRIPTOR);

        assertThat(database.query("SELECT * FROM reconciled_item ORDER BY scan_id"))
                .isEqualTo(database.cells(Datasets.RECONCILED_ITEMS, rows));
    }

    @Test
    void aRowThatTheDatabaseRefusesIsToldAndLeavesNothing() {
        ReconciledRow refused = Rows.notCaptured(2, COLA);
        database.jdbc.execute("ALTER TABLE reconciled_item_row ADD CONSTRAINT few CHECK (duplicate_count IS NULL)");

        assertThatThrownBy(() -> write(List.of(Rows.notSeen(1), refused)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageMatching("(?is).*few.*");

        assertThat(database.count("reconciled_item_row")).isZero();
        write(List.of(Rows.notSeen(1)));
        assertThat(database.count("reconciled_item_row")).isEqualTo(1);
    }

    @Test
    void afterARefusalNothingIsWrittenAnyMore() {
        database.jdbc.execute("ALTER TABLE reconciled_item_row ADD CONSTRAINT few CHECK (duplicate_count IS NULL)");
        ReconciledRowWriter writer = reconciled.write(export);
        writer.accept(Rows.notCaptured(2, COLA));
        assertThatThrownBy(writer::close).isInstanceOf(DataAccessException.class);
        database.jdbc.execute("ALTER TABLE reconciled_item_row DROP CONSTRAINT few");

        writer.close();

        assertThat(database.count("reconciled_item_row")).isZero();
    }

    @Test
    void aScanOfManyTransactionsIsShownWhole() {
        int count = 2 * ReconciledRowWriter.ROWS_PER_TRANSACTION + 1;
        scans.insert(export, List.of(Rows.reported(6), Rows.reported(7), Rows.reported(8)));

        try (ReconciledRowWriter writer = reconciled.write(export)) {
            writer.accept(Rows.confirmed(6));
            for (int number = 0; number < count; number++) {
                writer.accept(Rows.notCaptured(7, new Gtin(String.format(Locale.ROOT, "%014d", number))));
            }
            writer.accept(Rows.confirmed(8));
        }
        versions.publish(export, 1, Path.of("out"), ResultsDatabase.DESCRIPTOR);

        assertThat(database.query("SELECT scan_id, COUNT(*) FROM reconciled_item GROUP BY scan_id ORDER BY scan_id"))
                .containsExactly(List.of("6", "1"), List.of("7", Integer.toString(count)), List.of("8", "1"));
    }

    @Test
    void theWordsOfAProductAreKeptOnce() {
        write(List.of(Rows.notCaptured(1, COLA), Rows.notCaptured(1, CEREAL), Rows.notSeen(2)));
        int nextNight = versions.begin(NIGHT.plusDays(1), ResultsDatabase.RULES);
        try (ReconciledRowWriter writer = reconciled.write(nextNight)) {
            writer.accept(Rows.confirmed(1));
        }

        assertThat(database.query("SELECT product_name FROM product_text ORDER BY product_name"))
                .containsExactlyInAnyOrder(List.of("-"), List.of("Cola, 12 oz"));
    }

    @Test
    void theNextNightIsShownBesideTheFirst() {
        scans.insert(export, List.of(Rows.reported(1)));
        write(List.of(Rows.confirmed(1)));
        versions.publish(export, 1, Path.of("out"), ResultsDatabase.DESCRIPTOR);
        int nextNight = versions.begin(NIGHT.plusDays(1), ResultsDatabase.RULES);
        scans.insert(nextNight, List.of(Rows.reported(1)));
        try (ReconciledRowWriter writer = reconciled.write(nextNight)) {
            writer.accept(Rows.confirmed(1));
        }
        versions.publish(nextNight, 1, Path.of("out"), ResultsDatabase.DESCRIPTOR);

        assertThat(database.query("SELECT business_date, scan_id FROM reconciled_item ORDER BY business_date"))
                .containsExactly(List.of("2026-11-22", "1"), List.of("2026-11-23", "1"));
    }

    @Test
    void aRowThatComesTwiceIsRefused() {
        try (ReconciledRowWriter writer = reconciled.write(export)) {
            writer.accept(Rows.confirmed(1));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.accept(Rows.confirmed(1)))
                    .withMessageContaining("1, 00012000042737 came after 1, 00012000042737");
        }
    }

    @Test
    void aScanThatComesBackIsRefused() {
        try (ReconciledRowWriter writer = reconciled.write(export)) {
            writer.accept(Rows.confirmed(1));
            writer.accept(Rows.confirmed(2));

            assertThatIllegalArgumentException().isThrownBy(() -> writer.accept(Rows.notSeen(1)));
        }
    }

    private void write(List<ReconciledRow> rows) {
        try (ReconciledRowWriter writer = reconciled.write(export)) {
            rows.forEach(writer);
        }
    }
}
