package io.shelftally.job.nightly;

import io.shelftally.publication.report.NightCounts;
import io.shelftally.publication.report.Summary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts a night and those before it, all by the same questions to the rows of their versions. */
@Repository
class NightHistory {

    private static final String COUNTS = """
            SELECT v.business_date, COALESCE(v.version, 0) AS version,
                s.reported, s.captured, s.confirmed, s.contradicted, c.reconciled,
                b.opened, b.closed, b.still_open, q.set_aside
            FROM export_version v
            CROSS JOIN (SELECT COUNT(CASE WHEN outcome = 'REPORTED' THEN 1 END) AS reported,
                    COALESCE(SUM(captured_count), 0) AS captured,
                    COALESCE(SUM(confirmed_count), 0) AS confirmed,
                    COALESCE(SUM(break_count), 0) AS contradicted
                FROM scan_row WHERE export_id = :id) s
            CROSS JOIN (SELECT COUNT(*) AS reconciled
                FROM capture_row WHERE export_id = :id AND outcome = 'RECONCILED') c
            CROSS JOIN (SELECT COUNT(CASE WHEN item.opened_on = version.business_date THEN 1 END) AS opened,
                    COUNT(CASE WHEN item.closed_on = version.business_date THEN 1 END) AS closed,
                    COUNT(CASE WHEN item.closed_on IS NULL THEN 1 END) AS still_open
                FROM break_row item JOIN export_version version ON version.export_id = item.export_id
                WHERE item.export_id = :id) b
            CROSS JOIN (SELECT COUNT(*) AS set_aside FROM quarantine_row WHERE export_id = :id) q
            WHERE v.export_id = :id
            """;

    private final JdbcClient client;

    NightHistory(JdbcClient client) {
        this.client = client;
    }

    /** The latest published nights before the date, the latest first: as they are shown now, and not pruned. */
    List<NightCounts> before(LocalDate date, int most) {
        return client.sql("""
                        SELECT export_id FROM export_version WHERE published_date < :date
                        ORDER BY published_date DESC FETCH FIRST :most ROWS ONLY
                        """).param("date", date).param("most", most).query(Integer.class).list().stream()
                .map(this::counts)
                .toList();
    }

    NightCounts counts(int exportId) {
        return client.sql(COUNTS)
                .param("id", exportId)
                .query(NightHistory::counts)
                .single();
    }

    private static NightCounts counts(ResultSet row, int number) throws SQLException {
        return new NightCounts(
                row.getObject("business_date", LocalDate.class),
                row.getInt("version"),
                row.getLong("reported"),
                row.getLong("reconciled"),
                row.getLong("captured"),
                row.getLong("confirmed"),
                row.getLong("contradicted"),
                new Summary.Breaks(
                        row.getLong("opened"), row.getLong("closed"), row.getLong("still_open"), List.of(), List.of()),
                row.getLong("set_aside"));
    }
}
