package io.shelftally.publication.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.matching.reconciliation.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the published datasets look like; scripts of users rely on it. */
class DatasetsTests {

    @Test
    void theColumnsOfReconciledItemsStandInPublishedOrder() {
        assertThat(names(Datasets.RECONCILED_ITEMS))
                .isEqualTo("business_date, store_id, section, scan_id, gtin, verdict, captured, seen, out_of_stock,"
                        + " match_method, reason, capture_count, capture_ids, capture_status, identifier_flags,"
                        + " product_name, brand, category, manufacturer, product_id, brand_id, category_id,"
                        + " manufacturer_id, upc, facings, expected_facings, duplicate_count,"
                        + " closient_product_short_id, closient_product_name");
    }

    @Test
    void theColumnsOfCapturesStandInPublishedOrder() {
        assertThat(names(Datasets.CAPTURES))
                .isEqualTo("business_date, capture_id, scan_id, store_id, outcome, status, retries, capture_type,"
                        + " raw_value, gtin, identifier_kind, identifier_flags, match_method, product_short_id,"
                        + " product_name, error_code, error_message, created, processed_at");
    }

    @Test
    void theColumnsOfScansStandInPublishedOrder() {
        assertThat(names(Datasets.SCANS))
                .isEqualTo("business_date, scan_id, store_id, section, scan_area_id, outcome, status, fast_status,"
                        + " scan_timestamp, created, seen_count, oos_count, captured_count, confirmed_count,"
                        + " break_count, project_id, project_name, guid, nights_open, reason");
    }

    @Test
    void theColumnsOfBreaksStandInPublishedOrder() {
        assertThat(names(Datasets.BREAKS))
                .isEqualTo("place, store_id, section, gtin, product_name, opened_on, last_seen_on, closed_on, nights,"
                        + " first_verdict, latest_verdict, previous_opened_on");
    }

    @Test
    void theColumnsOfQuarantineStandInPublishedOrder() {
        assertThat(names(Datasets.QUARANTINE)).isEqualTo("source, position, column, subject_id, code, detail, raw");
    }

    @Test
    void theColumnsOfUnknownProductsStandInPublishedOrder() {
        assertThat(names(Datasets.UNKNOWN_PRODUCTS))
                .isEqualTo("gtin, other_reading, product_name, brand, manufacturer, category, captures, stores,"
                        + " first_date, last_date, reason");
    }

    @Test
    void everyKeyIsMadeOfRequiredColumns() {
        for (Dataset<?> dataset : Datasets.ALL) {
            List<String> required = dataset.columns().stream()
                    .filter(Column::required)
                    .map(Column::name)
                    .toList();

            assertThat(required).as(dataset.name()).containsAll(dataset.key());
        }
    }

    @Test
    void everyDescriptionIsASentence() {
        assertThat(Datasets.ALL).allSatisfy(dataset -> {
            assertThat(dataset.description()).matches("[A-Z].+\\.");
            assertThat(dataset.columns())
                    .allSatisfy(column -> assertThat(column.description()).matches("[A-Z].+\\."));
        });
    }

    @Test
    void aBreakHasNoVerdictButABreakVerdict() {
        Column<?> firstVerdict = Datasets.BREAKS.columns().get(9);

        assertThat(firstVerdict.values())
                .allMatch(name -> Verdict.valueOf(name).isBreak())
                .hasSize(3);
    }

    @Test
    void severalCapturesShareACell() {
        ReconciledRow row = Rows.confirmed(1);

        assertThat(cell(Datasets.RECONCILED_ITEMS, "capture_count", row)).isEqualTo(2);
        assertThat(cell(Datasets.RECONCILED_ITEMS, "capture_ids", row)).isEqualTo(Rows.FIRST_ID + "|" + Rows.SECOND_ID);
        assertThat(cell(Datasets.RECONCILED_ITEMS, "capture_status", row)).isEqualTo("COMPLETED|NOT_FOUND");
        assertThat(cell(Datasets.RECONCILED_ITEMS, "identifier_flags", row))
                .isEqualTo("BAD_CHECK_DIGIT|ZEROS_RESTORED");
    }

    @Test
    void closientNamesTheProductOfTheFirstCapture() {
        assertThat(cell(Datasets.RECONCILED_ITEMS, "closient_product_name", Rows.confirmed(1)))
                .isEqualTo("Pepsi Cola");
        assertThat(cell(Datasets.RECONCILED_ITEMS, "closient_product_name", Rows.notCaptured(1, Rows.COLA)))
                .isNull();
    }

    @Test
    void aRowWithoutCapturesHasEmptyCellsForThem() {
        ReconciledRow row = Rows.notCaptured(1, Rows.COLA);

        assertThat(cell(Datasets.RECONCILED_ITEMS, "capture_count", row)).isEqualTo(0);
        assertThat(cell(Datasets.RECONCILED_ITEMS, "capture_ids", row)).isNull();
        assertThat(cell(Datasets.RECONCILED_ITEMS, "capture_status", row)).isNull();
        assertThat(cell(Datasets.RECONCILED_ITEMS, "identifier_flags", row)).isNull();
    }

    @Test
    void everyRowFillsItsRequiredCells() {
        assertFilled(Datasets.RECONCILED_ITEMS, Rows.confirmed(1), Rows.notSeen(1), Rows.notCaptured(1, Rows.COLA));
        assertFilled(Datasets.CAPTURES, Rows.reconciledCapture(Rows.FIRST_ID), Rows.unknownCapture(Rows.FIRST_ID));
        assertFilled(Datasets.SCANS, Rows.reported(1), Rows.unknownScan(1));
        assertFilled(Datasets.BREAKS, Rows.open("S1/4", Rows.COLA));
        assertFilled(Datasets.QUARANTINE, Rows.setAside("scans.csv", "2"));
        assertFilled(Datasets.UNKNOWN_PRODUCTS, Rows.unknownProduct(Rows.COLA), Rows.namelessProduct(Rows.COLA));
    }

    @Test
    void aRowThatCannotBeIsRefused() {
        assertThatThrownBy(() -> Rows.place(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> Rows.setAside("scans.csv", "")).hasMessageContaining("scans.csv");
    }

    @SafeVarargs
    private static <R> void assertFilled(Dataset<R> dataset, R... rows) {
        for (R row : rows) {
            assertThat(dataset.columns().stream().filter(Column::required))
                    .allSatisfy(column -> assertThat(column.value().apply(row))
                            .as(column.name())
                            .isNotNull());
        }
    }

    private static <R> @Nullable Object cell(Dataset<R> dataset, String name, R row) {
        return dataset.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .apply(row);
    }

    private static String names(Dataset<?> dataset) {
        return String.join(", ", dataset.columns().stream().map(Column::name).toList());
    }
}
