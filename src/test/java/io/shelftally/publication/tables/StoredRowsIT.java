package io.shelftally.publication.tables;

import static io.shelftally.publication.results.Rows.CEREAL;
import static io.shelftally.publication.results.Rows.COLA;
import static io.shelftally.publication.results.Rows.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.BreakKey;
import io.shelftally.publication.results.CaptureRow;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.Rows;
import io.shelftally.publication.results.ScanRow;
import io.shelftally.publication.results.UnknownProductRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StoredRowsIT {

    private final ResultsDatabase database = new ResultsDatabase();
    private final ExportVersions versions = database.versions();
    private final CaptureRows captures = new CaptureRows(database.jdbc, database.unguarded());
    private final ScanRows scans = new ScanRows(database.jdbc, database.unguarded());
    private final BreakRows breaks = new BreakRows(database.jdbc, database.unguarded());
    private final QuarantineRows quarantine = new QuarantineRows(database.jdbc, database.unguarded());
    private final UnknownProductRows unknownProducts = new UnknownProductRows(database.jdbc, database.unguarded());
    private final int export = versions.begin(NIGHT, ResultsDatabase.RULES);

    @Test
    void capturesComeBackAsTheyWentInSorted() {
        CaptureRow first = Rows.reconciledCapture(Rows.FIRST_ID);
        CaptureRow second = Rows.unknownCapture(Rows.SECOND_ID);

        captures.insert(export, List.of(second, first));

        assertThat(captures()).containsExactly(first, second);
    }

    @Test
    void capitalsSortBeforeSmallLetters() {
        captures.insert(export, List.of(Rows.unknownCapture("a"), Rows.unknownCapture("B"), Rows.unknownCapture("9")));

        assertThat(captures()).extracting(CaptureRow::captureId).containsExactly("9", "B", "a");
    }

    @Test
    void theCaptureViewShowsTheCellsOfTheCsv() {
        List<CaptureRow> rows = List.of(Rows.reconciledCapture(Rows.FIRST_ID), Rows.unknownCapture(Rows.SECOND_ID));

        captures.insert(export, rows);
        publish();

        assertThat(database.query("SELECT * FROM capture ORDER BY capture_id"))
                .isEqualTo(database.cells(Datasets.CAPTURES, rows));
    }

    @Test
    void scansComeBackAsTheyWentInSortedByNumber() {
        List<ScanRow> rows = new ArrayList<>(
                LongStream.rangeClosed(1, 2_500).mapToObj(Rows::reported).toList());
        rows.add(Rows.unknownScan(Long.MAX_VALUE));
        List<ScanRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(1));

        scans.insert(export, shuffled);

        List<ScanRow> read = new ArrayList<>();
        scans.forEach(export, read::add);
        assertThat(read).isEqualTo(rows);
    }

    @Test
    void theScanViewShowsTheCellsOfTheCsv() {
        List<ScanRow> rows = List.of(Rows.reported(9), Rows.unknownScan(10));

        scans.insert(export, rows);
        publish();

        assertThat(database.query("SELECT * FROM scan ORDER BY scan_id"))
                .isEqualTo(database.cells(Datasets.SCANS, rows));
    }

    @Test
    void breaksComeBackAsTheyWentInSorted() {
        List<Break> sorted = List.of(
                Rows.open("S1/4", COLA),
                Rows.closed("S1/4", CEREAL, NIGHT.minusDays(9)),
                Rows.closed("S1/4", CEREAL, NIGHT.minusDays(3)),
                Rows.open("area:12", COLA),
                Rows.open("\uFF5E", COLA),
                Rows.open("\uD83D\uDED2", COLA));
        List<Break> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(1));

        breaks.insert(export, shuffled);

        List<Break> read = new ArrayList<>();
        breaks.forEach(export, read::add);
        assertThat(read).isEqualTo(sorted);
    }

    @Test
    void theNextNightStartsFromTheOpenBreaks() {
        Break open = Rows.open("S1/4", COLA);

        breaks.insert(export, List.of(Rows.closed("S1/4", CEREAL, NIGHT.minusDays(9)), open));

        List<Break> read = new ArrayList<>();
        breaks.forEachOpen(export, read::add);
        assertThat(read).containsExactly(open);
    }

    @Test
    void aBreakThatComesBackFindsTheLatestOneBefore() {
        Break latest = Rows.closed("S1/4", COLA, NIGHT.minusDays(3));
        breaks.insert(export, List.of(Rows.closed("S1/4", COLA, NIGHT.minusDays(9)), latest, Rows.open("S1/5", COLA)));
        publish();

        assertThat(breaks.latestClosed(
                        List.of(new BreakKey("S1/4", COLA), new BreakKey("S1/4", CEREAL), new BreakKey("S1/5", COLA)),
                        NIGHT.plusDays(1)))
                .isEqualTo(Map.of(latest.key(), latest.openedOn()));
        assertThat(breaks.latestClosed(List.of(latest.key()), NIGHT)).isEmpty();
        assertThat(breaks.latestClosed(List.of(), NIGHT.plusDays(1))).isEmpty();
    }

    @Test
    void aPlaceIsFoundAlsoIfNoDatabaseHoldsItAsItIs() {
        BreakKey key = new BreakKey("a\0\uD800", COLA);
        breaks.insert(export, List.of(Rows.closed(key.place(), COLA, NIGHT.minusDays(3))));
        publish();

        assertThat(breaks.latestClosed(List.of(key), NIGHT.plusDays(1))).containsOnlyKeys(key);
    }

    @Test
    void aClosedBreakOfAnUnpublishedExportIsNotFound() {
        breaks.insert(export, List.of(Rows.closed("S1/4", COLA, NIGHT.minusDays(3))));

        assertThat(breaks.latestClosed(List.of(new BreakKey("S1/4", COLA)), NIGHT.plusDays(1)))
                .isEmpty();
    }

    @Test
    void theBreakViewShowsTheCellsOfTheCsvBehindTheDate() {
        List<Break> rows = List.of(Rows.open("S1/4", COLA), Rows.closed("S1/5", CEREAL, NIGHT.minusDays(3)));

        breaks.insert(export, rows);
        publish();

        assertThat(database.query("SELECT * FROM break_item ORDER BY place"))
                .isEqualTo(dated(database.cells(Datasets.BREAKS, rows)));
    }

    @Test
    void theQuarantineComesBackAsItWentInSorted() {
        List<QuarantineRow> sorted = new ArrayList<>(IntStream.rangeClosed(2, 1_500)
                .mapToObj(line -> Rows.setAside("captures.csv", Integer.toString(line)))
                .toList());
        sorted.add(Rows.setAside("pensa:12", "/data/OOS/report/product_list/10"));
        sorted.add(Rows.setAside("pensa:12", "/data/OOS/report/product_list/3"));
        List<QuarantineRow> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(1));

        quarantine.insert(export, shuffled);

        List<QuarantineRow> read = new ArrayList<>();
        quarantine.forEach(export, read::add);
        assertThat(read).isEqualTo(sorted);
    }

    @Test
    void rawTextOfAnyLengthIsKept() {
        QuarantineRow row = new QuarantineRow(
                "scans.csv", "2", null, null, QuarantineCode.VALUE_TOO_LONG, "", "x".repeat(2_000_000));

        quarantine.insert(export, List.of(row));

        List<QuarantineRow> read = new ArrayList<>();
        quarantine.forEach(export, read::add);
        assertThat(read).containsExactly(row);
    }

    @Test
    void theQuarantineViewShowsTheCellsOfTheCsvBehindTheDate() {
        List<QuarantineRow> rows = List.of(Rows.setAside("scans.csv", "2"), Rows.setAside("scans.csv", "3"));

        quarantine.insert(export, rows);
        publish();

        assertThat(database.query("SELECT * FROM quarantine ORDER BY position"))
                .isEqualTo(dated(database.cells(Datasets.QUARANTINE, rows)));
    }

    @Test
    void unknownProductsComeBackAsTheyWentInSorted() {
        List<UnknownProductRow> sorted = new ArrayList<>(IntStream.range(0, 2_500)
                .mapToObj(number -> Rows.namelessProduct(new Gtin(String.format(Locale.ROOT, "%014d", 7 * number))))
                .toList());
        sorted.add(Rows.unknownProduct(new Gtin("90000000000000")));
        List<UnknownProductRow> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(1));

        unknownProducts.insert(export, shuffled);

        List<UnknownProductRow> read = new ArrayList<>();
        unknownProducts.forEach(export, read::add);
        assertThat(read).isEqualTo(sorted);
    }

    @Test
    void theViewOfUnknownProductsShowsTheCellsOfTheCsvBehindTheDate() {
        List<UnknownProductRow> rows = List.of(Rows.unknownProduct(Rows.COLA), Rows.namelessProduct(Rows.CEREAL));

        unknownProducts.insert(export, rows);
        publish();

        assertThat(database.query("SELECT * FROM unknown_product ORDER BY gtin"))
                .isEqualTo(dated(database.cells(Datasets.UNKNOWN_PRODUCTS, rows)));
    }

    private void publish() {
        versions.publish(export, 1, Path.of("out"), ResultsDatabase.DESCRIPTOR);
    }

    private List<CaptureRow> captures() {
        List<CaptureRow> rows = new ArrayList<>();
        captures.forEach(export, rows::add);
        return rows;
    }

    private static List<List<String>> dated(List<List<String>> rows) {
        return rows.stream()
                .map(row -> {
                    List<String> dated = new ArrayList<>(row);
                    dated.add(0, NIGHT.toString());
                    return List.copyOf(dated);
                })
                .toList();
    }
}
