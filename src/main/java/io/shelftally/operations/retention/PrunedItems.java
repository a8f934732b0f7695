package io.shelftally.operations.retention;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Deletes the items of old nights, the oldest night first: were the latest row of an item to go before the others, one of
 * those would look like its latest, and it might be open again.
 */
@Repository
class PrunedItems {

    private static final int PAGE = 2000;

    private final JdbcClient client;
    private final PruneWrites writes;

    PrunedItems(JdbcClient client, PruneWrites writes) {
        this.client = client;
        this.writes = writes;
    }

    /** The rows of old nights that went, and those that stay. */
    record Rows(long gone, long kept) {

        static final Rows NONE = new Rows(0, 0);

        Rows and(int moreGone, int moreKept) {
            return new Rows(gone + moreGone, kept + moreKept);
        }
    }

    Rows captures(LocalDate before, Kept kept) {
        Rows rows = Rows.NONE;
        for (LocalDate night :
                nights("SELECT DISTINCT business_date FROM capture_item WHERE business_date < :before", before)) {
            List<String> page = captures(night, "");
            while (!page.isEmpty()) {
                List<String> gone =
                        page.stream().filter(id -> !kept.capture(id)).toList();
                delete(
                        "DELETE FROM capture_item WHERE business_date = :night AND capture_id BETWEEN :least AND :most"
                                + " AND capture_id = ANY (:ids)",
                        night,
                        "varchar",
                        gone);
                rows = rows.and(gone.size(), page.size() - gone.size());
                page = captures(night, page.get(page.size() - 1));
            }
        }
        return rows;
    }

    Rows scans(LocalDate before, Kept kept) {
        Rows rows = Rows.NONE;
        for (LocalDate night :
                nights("SELECT DISTINCT business_date FROM scan_item WHERE business_date < :before", before)) {
            List<Long> page = scans(night, 0);
            while (!page.isEmpty()) {
                List<Long> gone = page.stream().filter(id -> !kept.scan(id)).toList();
                delete(
                        "DELETE FROM scan_item WHERE business_date = :night AND scan_id BETWEEN :least AND :most"
                                + " AND scan_id = ANY (:ids)",
                        night,
                        "bigint",
                        gone);
                rows = rows.and(gone.size(), page.size() - gone.size());
                page = scans(night, page.get(page.size() - 1));
            }
        }
        return rows;
    }

    private List<LocalDate> nights(String sql, LocalDate before) {
        return client.sql(sql).param("before", before).query(LocalDate.class).list().stream()
                .sorted()
                .toList();
    }

    private List<String> captures(LocalDate night, String after) {
        return client.sql("""
                        SELECT capture_id FROM capture_item WHERE business_date = :night AND capture_id > :after
                        ORDER BY business_date, capture_id FETCH FIRST :page ROWS ONLY
                        """)
                .param("night", night)
                .param("after", after)
                .param("page", PAGE)
                .query(String.class)
                .list();
    }

    private List<Long> scans(LocalDate night, long after) {
        return client.sql("""
                        SELECT scan_id FROM scan_item WHERE business_date = :night AND scan_id > :after
                        ORDER BY business_date, scan_id FETCH FIRST :page ROWS ONLY
                        """)
                .param("night", night)
                .param("after", after)
                .param("page", PAGE)
                .query(Long.class)
                .list();
    }

    /** @param ids in the order of the database: without their range, H2 compares each row of the night with each */
    private void delete(String sql, LocalDate night, String type, List<?> ids) {
        if (!ids.isEmpty()) {
            writes.run(() -> client.sql(sql)
                    .param("night", night)
                    .param("least", ids.get(0))
                    .param("most", ids.get(ids.size() - 1))
                    .param("ids", new SqlArrayValue(type, ids.toArray()))
                    .update());
        }
    }
}
