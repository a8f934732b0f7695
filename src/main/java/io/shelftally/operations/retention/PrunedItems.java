package io.shelftally.operations.retention;

import io.shelftally.operations.deletion.DeletionWrites;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
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

    private static final Items<String> CAPTURES = new Items<>(String.class, "varchar", "", """
            SELECT DISTINCT business_date FROM capture_item WHERE business_date < :before
            """, """
            SELECT capture_id FROM capture_item WHERE business_date = :night AND capture_id > :after
            ORDER BY business_date, capture_id FETCH FIRST :page ROWS ONLY
            """, """
            DELETE FROM capture_item WHERE business_date = :night AND capture_id BETWEEN :least AND :most
                AND capture_id = ANY (:ids)
            """);

    private static final Items<Long> SCANS = new Items<>(Long.class, "bigint", 0L, """
            SELECT DISTINCT business_date FROM scan_item WHERE business_date < :before
            """, """
            SELECT scan_id FROM scan_item WHERE business_date = :night AND scan_id > :after
            ORDER BY business_date, scan_id FETCH FIRST :page ROWS ONLY
            """, """
            DELETE FROM scan_item WHERE business_date = :night AND scan_id BETWEEN :least AND :most
                AND scan_id = ANY (:ids)
            """);

    private final JdbcClient client;
    private final DeletionWrites writes;

    PrunedItems(JdbcClient client, DeletionWrites writes) {
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
        return prune(CAPTURES, before, kept::capture);
    }

    Rows scans(LocalDate before, Kept kept) {
        return prune(SCANS, before, kept::scan);
    }

    private <K> Rows prune(Items<K> items, LocalDate before, Predicate<K> isKept) {
        Rows rows = Rows.NONE;
        for (LocalDate night : nights(items, before)) {
            List<K> page = page(items, night, items.beforeAll());
            while (!page.isEmpty()) {
                List<K> gone = page.stream().filter(isKept.negate()).toList();
                delete(items, night, gone);
                rows = rows.and(gone.size(), page.size() - gone.size());
                page = page(items, night, page.get(page.size() - 1));
            }
        }
        return rows;
    }

    private List<LocalDate> nights(Items<?> items, LocalDate before) {
        return client.sql(items.nights()).param("before", before).query(LocalDate.class).list().stream()
                .sorted()
                .toList();
    }

    private <K> List<K> page(Items<K> items, LocalDate night, K after) {
        return client.sql(items.page())
                .param("night", night)
                .param("after", after)
                .param("page", PAGE)
                .query(items.type())
                .list();
    }

    /** @param ids in the order of the database: without their range, H2 compares each row of the night with each */
    private <K> void delete(Items<K> items, LocalDate night, List<K> ids) {
        if (!ids.isEmpty()) {
            writes.run(() -> client.sql(items.delete())
                    .param("night", night)
                    .param("least", ids.get(0))
                    .param("most", ids.get(ids.size() - 1))
                    .param("ids", new SqlArrayValue(items.sqlType(), ids.toArray()))
                    .update());
        }
    }

    /**
     * A table of items.
     *
     * @param nights selects those that it has items of
     * @param page selects the ids of a night behind one, in order
     * @param delete deletes some of them
     */
    private record Items<K>(Class<K> type, String sqlType, K beforeAll, String nights, String page, String delete) {}
}
