package io.shelftally.operations.history;

import io.shelftally.console.Answer;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every published night in figures. Calls no vendor and changes nothing. */
@Repository
public class Nights {

    /** Rows are counted by the blocks that each scan has: a night may hold millions of them. */
    private static final String LATEST = """
            SELECT version.business_date, version.version,
                (SELECT COALESCE(SUM(block.row_count), 0) FROM reconciled_block block
                    WHERE block.export_id = version.export_id) AS row_count,
                (SELECT COUNT(*) FROM break_row item
                    WHERE item.export_id = version.export_id AND item.closed_on IS NULL) AS open_breaks,
                (SELECT COUNT(*) FROM capture_item capture
                    WHERE capture.business_date = version.business_date AND capture.carried) AS carried_captures,
                (SELECT COUNT(*) FROM scan_item scan
                    WHERE scan.business_date = version.business_date AND scan.carried) AS carried_scans
            FROM export_version version
            WHERE version.published_date IS NOT NULL
            ORDER BY version.published_date DESC FETCH FIRST :number ROWS ONLY
            """;

    private final JdbcClient client;

    public Nights(JdbcClient client) {
        this.client = client;
    }

    /** The latest nights that are published, the newest first; none is an empty list. */
    public Answer latest(int number) {
        return new NightList(client.sql(LATEST)
                .param("number", number)
                .query((row, index) -> new PastNight(
                        row.getObject("business_date", LocalDate.class),
                        row.getInt("version"),
                        row.getLong("row_count"),
                        row.getLong("open_breaks"),
                        row.getLong("carried_captures"),
                        row.getLong("carried_scans")))
                .list());
    }
}
