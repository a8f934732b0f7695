package io.shelftally.operations.changes;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.BreakKey;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.tables.ExportVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one published night, read place by place. */
final class PublishedNight {

    private final JdbcClient client;
    private final ExportVersion version;
    private final Map<String, List<ScanOfPlace>> places;

    PublishedNight(JdbcClient client, ExportVersion version) {
        this.client = client;
        this.version = version;
        this.places =
                scans().stream().collect(Collectors.groupingBy(ScanOfPlace::place, TreeMap::new, Collectors.toList()));
    }

    ExportVersion version() {
        return version;
    }

    /** The places with a scan, and their scans in the order of their ids. */
    Map<String, List<ScanOfPlace>> places() {
        return places;
    }

    PlaceNight at(String place) {
        List<ScanOfPlace> scans = places.get(place);
        if (scans == null) {
            return PlaceNight.NONE;
        }
        Map<Gtin, Standing> products = new HashMap<>();
        scans.forEach(scan -> products.putAll(products(scan.scanId())));
        return new PlaceNight(scans, products);
    }

    /** Empty if the night did not deal with it. */
    Optional<CaptureStanding> capture(String captureId) {
        return client.sql("""
                        SELECT ending, retries FROM capture_item
                        WHERE business_date = :businessDate AND capture_id = :captureId
                        """)
                .param("businessDate", version.businessDate())
                .param("captureId", captureId)
                .query((row, number) -> new CaptureStanding("SETTLED".equals(row.getString(1)), row.getInt(2)))
                .optional();
    }

    private List<ScanOfPlace> scans() {
        return client.sql("""
                        SELECT s.scan_id, s.store_id, s.section, s.scan_area_id, s.outcome, s.seen_count, s.oos_count,
                            COALESCE(i.reopened, FALSE)
                        FROM scan_row s
                        LEFT JOIN scan_item i ON i.business_date = :businessDate AND i.scan_id = s.scan_id
                        WHERE s.export_id = :export
                        ORDER BY s.scan_id
                        """)
                .param("businessDate", version.businessDate())
                .param("export", version.exportId())
                .query(PublishedNight::scan)
                .list();
    }

    private Map<Gtin, Standing> products(long scanId) {
        Map<Gtin, Standing> products = new HashMap<>();
        client.sql("""
                        SELECT item.gtin, item.verdict, item.seen, item.out_of_stock, item.capture_ids
                        FROM reconciled_block r
                        JOIN block_position place ON place.position <= r.row_count
                        JOIN reconciled_item_row item ON item.row_id = r.row_ids[place.position]
                        WHERE r.export_id = :export AND r.scan_id = :scanId
                        """)
                .param("export", version.exportId())
                .param("scanId", scanId)
                .query(row -> {
                    products.put(new Gtin(row.getString(1)), standing(row));
                });
        return products;
    }

    private static ScanOfPlace scan(ResultSet row, int number) throws SQLException {
        long scanId = row.getLong(1);
        return new ScanOfPlace(
                scanId,
                BreakKey.placeOf(row.getString(2), row.getString(3), row.getString(4), scanId),
                row.getString(2),
                row.getString(5).equals("REPORTED"),
                row.getBoolean(8),
                row.getObject(6) != null,
                row.getObject(7) != null);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String captures = Objects.toString(row.getString(5), "");
        return new Standing(
                Optional.of(Verdict.valueOf(row.getString(2))),
                Optional.ofNullable(row.getObject(3, Boolean.class)),
                Optional.ofNullable(row.getObject(4, Boolean.class)),
                captures.isEmpty() ? List.of() : Arrays.asList(captures.split("\\|")));
    }
}
