package io.shelftally.job.nightly;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.publication.report.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the rows of an export and the work of its night. */
@Repository
class NightFigures {

    private static final int TOP = 10;

    /** Sorted here, because databases differ in the order of text. */
    private static final Comparator<Summary.Tally> LARGEST_FIRST =
            Comparator.comparingLong(Summary.Tally::count).reversed().thenComparing(Summary.Tally::name);

    private final JdbcClient client;

    NightFigures(JdbcClient client) {
        this.client = client;
    }

    Map<ScanOutcome, Long> scans(int exportId) {
        return count(
                ScanOutcome.class,
                "SELECT outcome, COUNT(*) FROM scan_row WHERE export_id = :id GROUP BY outcome",
                exportId);
    }

    Map<CaptureOutcome, Long> captures(int exportId) {
        return count(
                CaptureOutcome.class,
                "SELECT outcome, COUNT(*) FROM capture_row WHERE export_id = :id GROUP BY outcome",
                exportId);
    }

    /** Whether reports came, and all of them were refused because they speak of scans that were not asked about. */
    boolean allReportsAreOthers(LocalDate businessDate) {
        return client.sql("""
                        SELECT COUNT(CASE WHEN result = 'unasked' THEN 1 END),
                            COUNT(CASE WHEN result IN ('ok', 'not_ready') THEN 1 END)
                        FROM call_count WHERE business_date = :businessDate AND vendor = 'pensa' AND call = 'report'
                        """)
                .param("businessDate", businessDate)
                .query((row, number) -> row.getLong(1) > 0 && row.getLong(2) == 0)
                .single();
    }

    Summary.Breaks breaks(LocalDate businessDate, int exportId) {
        return client.sql("""
                        SELECT COUNT(CASE WHEN opened_on = :businessDate THEN 1 END),
                            COUNT(CASE WHEN closed_on = :businessDate THEN 1 END),
                            COUNT(CASE WHEN closed_on IS NULL THEN 1 END)
                        FROM break_row WHERE export_id = :id
                        """)
                .param("businessDate", businessDate)
                .param("id", exportId)
                .query((row, number) -> new Summary.Breaks(
                        row.getLong(1), row.getLong(2), row.getLong(3), topPlaces(exportId), List.of()))
                .single();
    }

    Summary.CarriedOver carriedOver(LocalDate businessDate) {
        return new Summary.CarriedOver(
                carried(
                        "SELECT COUNT(*) FROM capture_item WHERE business_date = :businessDate AND carried",
                        businessDate),
                carried(
                        "SELECT COUNT(*) FROM scan_item WHERE business_date = :businessDate AND carried",
                        businessDate));
    }

    /** Of the starts since the date was last given up. */
    Instant firstStart(LocalDate businessDate) {
        return client.sql(
                        "SELECT MIN(started_at) FROM run WHERE business_date = :businessDate AND abandoned_at IS NULL")
                .param("businessDate", businessDate)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private List<Summary.Tally> topPlaces(int exportId) {
        return client
                .sql("""
                        SELECT place, COUNT(*) FROM break_row WHERE export_id = :id AND closed_on IS NULL
                        GROUP BY place
                        """)
                .param("id", exportId)
                .query((row, number) -> new Summary.Tally(row.getString(1), row.getLong(2)))
                .stream()
                .sorted(LARGEST_FIRST)
                .limit(TOP)
                .toList();
    }

    private long carried(String sql, LocalDate businessDate) {
        return client.sql(sql)
                .param("businessDate", businessDate)
                .query(Long.class)
                .single();
    }

    private <E extends Enum<E>> Map<E, Long> count(Class<E> type, String sql, int exportId) {
        Map<E, Long> counts = new EnumMap<>(type);
        client.sql(sql).param("id", exportId).query(row -> {
            counts.put(Enum.valueOf(type, row.getString(1)), row.getLong(2));
        });
        return counts;
    }
}
