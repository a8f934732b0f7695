package io.shelftally.operations.explanation;

import io.shelftally.base.text.StoredText;
import io.shelftally.matching.product.Gtin;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.results.Datasets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The rows that the views show, looked up by the keys of the tables behind them, and the same rows as they are computed again.
 */
@Repository
class PublishedRows {

    private final JdbcClient client;

    PublishedRows(JdbcClient client) {
        this.client = client;
    }

    /** The nights whose published version has rows of the scan, the latest first. */
    List<LocalDate> nightsOf(long scanId) {
        return client.sql("""
                        SELECT version.business_date
                        FROM export_version version
                        JOIN reconciled_block block
                            ON block.export_id = version.export_id AND block.scan_id = :scan AND block.block = 0
                        WHERE version.state = 'PUBLISHED'
                        ORDER BY version.business_date DESC
                        """).param("scan", scanId).query(LocalDate.class).list();
    }

    /** The outcome of the scan on its latest published night, with the date; empty if none has it. */
    Optional<String> outcomeOf(long scanId) {
        return client.sql("""
                        SELECT scan.outcome || ' on ' || CAST(version.business_date AS VARCHAR(10))
                        FROM export_version version
                        JOIN scan_row scan ON scan.export_id = version.export_id AND scan.scan_id = :scan
                        WHERE version.state = 'PUBLISHED'
                        ORDER BY version.business_date DESC FETCH FIRST 1 ROW ONLY
                        """).param("scan", scanId).query(String.class).optional();
    }

    /** The row of the first of these GTINs that has one. */
    Optional<Map<String, @Nullable Object>> row(LocalDate night, long scanId, Collection<Gtin> gtins) {
        List<Map<String, @Nullable Object>> rows = client.sql("""
                        SELECT item.*, text.*, version.business_date, scan.scan_id, scan.store_id, scan.section
                        FROM export_version version
                        JOIN scan_row scan ON scan.export_id = version.export_id AND scan.scan_id = :scan
                        JOIN reconciled_block block
                            ON block.export_id = version.export_id AND block.scan_id = :scan
                        JOIN block_position place ON place.position <= block.row_count
                        JOIN reconciled_item_row item ON item.row_id = block.row_ids[place.position]
                        JOIN product_text text ON text.text_id = item.text_id
                        WHERE version.published_date = :night AND item.gtin = ANY (:gtins)
                        """)
                .param("night", night)
                .param("scan", scanId)
                .param(
                        "gtins",
                        new SqlArrayValue(
                                "varchar", gtins.stream().map(Gtin::digits).toArray()))
                .query()
                .listOfRows();
        return gtins.stream()
                .flatMap(gtin -> rows.stream().filter(row -> gtin.digits().equals(row.get("gtin"))))
                .findFirst()
                .map(row -> cells(Datasets.RECONCILED_ITEMS, row))
                .map(PublishedRows::withReason);
    }

    /** The table leaves it to the view to spell out. */
    private static Map<String, @Nullable Object> withReason(Map<String, @Nullable Object> row) {
        row.put(
                "reason",
                "captured=" + word(row.get("captured")) + " seen=" + word(row.get("seen")) + " oos="
                        + word(row.get("out_of_stock")));
        return row;
    }

    private static String word(@Nullable Object value) {
        return value == null ? "unknown" : value.equals(true) ? "yes" : "no";
    }

    /** The capture on that night, or on its latest published one. */
    Optional<Map<String, @Nullable Object>> capture(String captureId, Optional<LocalDate> night) {
        return client.sql("""
                        SELECT capture.*, version.business_date
                        FROM capture_row capture JOIN export_version version ON version.export_id = capture.export_id
                        WHERE capture.capture_id = :capture AND version.state = 'PUBLISHED'
                        ORDER BY version.business_date DESC
                        """).param("capture", captureId).query().listOfRows().stream()
                .map(row -> cells(Datasets.CAPTURES, row))
                .filter(row -> night.isEmpty() || night.get().toString().equals(row.get("business_date")))
                .findFirst();
    }

    /** Each column with the view's value, as JSON has it. */
    private static Map<String, @Nullable Object> cells(Dataset<?> dataset, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        dataset.columns().forEach(column -> cells.put(column.name(), plain(column, row.get(column.name()))));
        return cells;
    }

    /** Each column with the value that a row has, as JSON has it. */
    static <R> Map<String, @Nullable Object> computed(Dataset<R> dataset, R row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        dataset.columns()
                .forEach(column ->
                        cells.put(column.name(), plain(column, column.value().apply(row))));
        return cells;
    }

    private static @Nullable Object plain(Column<?> column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case INTEGER -> ((Number) value).longValue();
            case BOOLEAN -> value;
            case TEXT, DATE, INSTANT -> StoredText.of(value.toString());
        };
    }
}
