package io.shelftally.publication.tables;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes the rows of old versions, in small transactions:
 *
 * <ol>
 *   <li>{@link #hide()}: the views show none of them any more. From here on a version is PRUNED.
 *   <li>{@link #delete()}: its rows go, but the breaks that a later night may ask for: of the latest night that goes, those that
 *       were open; of all of them, each product's latest closed break at a place.
 * </ol>
 */
public final class OldVersions {

    private static final int BREAKS_AT_ONCE = 1000;

    /** In no state that a later night asks for: superseded, or never published. */
    private static final String FORGOTTEN = """
            SELECT export_id FROM export_version
            WHERE business_date < :before AND state NOT IN ('PUBLISHED', 'PRUNED') ORDER BY export_id
            """;

    private static final String REMEMBERED = """
            SELECT export_id FROM export_version
            WHERE business_date < :before AND state IN ('PUBLISHED', 'PRUNED') ORDER BY business_date DESC
            """;

    private static final String BREAKS_TO_FORGET = """
            SELECT item.sort_key FROM break_row item
            WHERE item.export_id = :export AND item.sort_key > :after
                AND ((item.closed_on IS NULL AND :forgetOpen)
                    OR (item.closed_on IS NOT NULL AND EXISTS (SELECT 1 FROM break_row later
                        JOIN export_version version ON version.export_id = later.export_id
                        WHERE later.place = item.place AND later.gtin = item.gtin AND later.closed_on IS NOT NULL
                            AND later.opened_on > item.opened_on AND version.business_date < :before
                            AND version.state IN ('PUBLISHED', 'PRUNED'))))
            ORDER BY item.export_id, item.sort_key FETCH FIRST 1000 ROWS ONLY
            """;

    private final JdbcOperations jdbc;
    private final JdbcClient client;
    private final GuardedTransactions transactions;
    private final RowDeletion deletion;
    private final LocalDate before;

    /** @param before the first date that stays */
    public OldVersions(JdbcOperations jdbc, GuardedTransactions transactions, LocalDate before) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.deletion = new RowDeletion(jdbc, transactions);
        this.before = before;
    }

    /** The rows that {@link #delete()} is going to delete, by table. */
    public Map<String, Long> count() {
        Map<String, Long> rows = new LinkedHashMap<>();
        List<Integer> remembered = exports(REMEMBERED);
        List<Integer> all = concat(exports(FORGOTTEN), remembered);
        all.forEach(export -> deletion.count(export).forEach((table, count) -> rows.merge(table, count, Long::sum)));
        long keptBreaks = 0;
        long forgotten = exports(FORGOTTEN).size();
        for (int export : remembered) {
            long kept = breaks(export) - breaksToForget(export, isBase(export, remembered));
            keptBreaks += kept;
            forgotten += kept == 0 && !isBase(export, remembered) ? 1 : 0;
        }
        rows.merge("break_row", -keptBreaks, Long::sum);
        rows.put("export_version", forgotten);
        return rows;
    }

    /** From here on no view shows them. */
    public void hide() {
        transactions.run(() -> client.sql("""
                        UPDATE export_version SET state = 'PRUNED', published_date = NULL
                        WHERE business_date < :before AND state = 'PUBLISHED'
                        """).param("before", before).update());
    }

    public void delete() {
        for (int export : exports(FORGOTTEN)) {
            deletion.deleteRowsOf(export);
            deleteVersion(export);
        }
        List<Integer> remembered = exports(REMEMBERED);
        for (int export : remembered) {
            boolean isBase = isBase(export, remembered);
            deletion.deleteAllButBreaksOf(export);
            deleteBreaks(export, isBase);
            if (!isBase && breaks(export) == 0) {
                deleteVersion(export);
            }
        }
        deletion.dropForgotten();
    }

    /** The night that the oldest one that stays was made from. */
    private static boolean isBase(int export, List<Integer> latestFirst) {
        return export == latestFirst.get(0);
    }

    private List<Integer> exports(String sql) {
        return client.sql(sql).param("before", before).query(Integer.class).list();
    }

    private void deleteVersion(int export) {
        transactions.run(() -> client.sql("DELETE FROM export_version WHERE export_id = :export")
                .param("export", export)
                .update());
    }

    private long breaks(int export) {
        return client.sql("SELECT COUNT(*) FROM break_row WHERE export_id = :export")
                .param("export", export)
                .query(Long.class)
                .single();
    }

    private long breaksToForget(int export, boolean isBase) {
        long count = 0;
        Optional<List<byte[]>> page = page(export, new byte[0], isBase);
        while (page.isPresent()) {
            count += page.get().size();
            page = page(export, last(page.get()), isBase);
        }
        return count;
    }

    private void deleteBreaks(int export, boolean isBase) {
        Optional<List<byte[]>> page = page(export, new byte[0], isBase);
        while (page.isPresent()) {
            List<byte[]> keys = page.get();
            transactions.run(() -> jdbc.batchUpdate(
                    "DELETE FROM break_row WHERE export_id = ? AND sort_key = ?",
                    keys,
                    BREAKS_AT_ONCE,
                    (statement, key) -> {
                        statement.setInt(1, export);
                        statement.setBytes(2, key);
                    }));
            page = page(export, last(keys), isBase);
        }
    }

    private Optional<List<byte[]>> page(int export, byte[] after, boolean isBase) {
        List<byte[]> keys = client.sql(BREAKS_TO_FORGET)
                .params(Map.of("export", export, "after", after, "forgetOpen", !isBase, "before", before))
                .query((row, number) -> row.getBytes(1))
                .list();
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    private static byte[] last(List<byte[]> keys) {
        return keys.get(keys.size() - 1);
    }

    private static List<Integer> concat(List<Integer> first, List<Integer> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
