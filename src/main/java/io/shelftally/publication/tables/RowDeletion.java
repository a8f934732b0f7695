package io.shelftally.publication.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes the rows of an export: by dropping their partition, or in transactions of 5,000 rows, however many there are. */
final class RowDeletion {

    private static final Logger LOG = LoggerFactory.getLogger(RowDeletion.class);

    private static final long ROWS = 5_000;
    private static final String BREAKS = "break_row";

    private static final List<KeyedTable> TABLES = List.of(
            new KeyedTable("reconciled_block", "scan_id"),
            new KeyedTable("scan_row", "scan_id"),
            new KeyedTable("capture_row", "sort_key"),
            new KeyedTable(BREAKS, "sort_key"),
            new KeyedTable("quarantine_row", "sort_key"),
            new KeyedTable("unknown_product_row", "gtin"));

    /** What is there while several processes build an export. */
    private static final List<KeyedTable> TABLES_OF_SHARES = List.of(
            new KeyedTable("night_share", "share"),
            new KeyedTable("share_page", "share"),
            new KeyedTable("share_place", "place"),
            new KeyedTable("share_sighting", "place"));

    private final JdbcClient jdbc;
    private final GuardedTransactions transactions;
    private final ItemPartitions partitions;

    RowDeletion(JdbcOperations jdbc, GuardedTransactions transactions) {
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.partitions = new ItemPartitions(jdbc);
    }

    void deleteRowsOf(int exportId) {
        deleteSharesOf(exportId);
        deleteAllBut(List.of(), exportId);
    }

    void deleteSharesOf(int exportId) {
        TABLES_OF_SHARES.forEach(table -> deleteAll(table, exportId));
    }

    /** Leaves the breaks, which are the memory of the job. */
    void deleteAllButBreaksOf(int exportId) {
        deleteAllBut(List.of(BREAKS), exportId);
    }

    /** The rows of an export by table. */
    Map<String, Long> count(int exportId) {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put(
                "reconciled_item_row",
                jdbc.sql("SELECT COUNT(*) FROM reconciled_item_row WHERE row_id BETWEEN :first AND :last")
                        .params(Map.of("first", RowIds.first(exportId), "last", RowIds.last(exportId)))
                        .query(Long.class)
                        .single());
        TABLES.forEach(table -> rows.put(
                table.name(),
                jdbc.sql(table.countAll())
                        .param("export", exportId)
                        .query(Long.class)
                        .single()));
        return rows;
    }

    private void deleteAllBut(List<String> kept, int exportId) {
        if (!partitions.of(exportId).filter(this::isDropped).isPresent()) {
            while (transactions.call(() -> deleteReconciled(exportId)) > 0) {}
        }
        TABLES.stream().filter(table -> !kept.contains(table.name())).forEach(table -> deleteAll(table, exportId));
    }

    private void deleteAll(KeyedTable table, int exportId) {
        while (transactions.call(() -> delete(table, exportId)) > 0) {}
    }

    /** Drops what an earlier deletion emptied and could not drop. */
    void dropForgotten() {
        partitions.forgotten().forEach(this::isDropped);
    }

    private boolean isDropped(String partition) {
        try {
            transactions.run(() -> partitions.drop(partition));
            return true;
        } catch (CannotAcquireLockException isRead) {
            LOG.info("{} is being read: its rows are deleted, and a later prune drops it", partition);
            return false;
        }
    }

    private int deleteReconciled(int exportId) {
        Optional<Long> first = jdbc.sql("""
                        SELECT row_id FROM reconciled_item_row WHERE row_id BETWEEN :first AND :last
                        ORDER BY row_id FETCH FIRST 1 ROW ONLY
                        """)
                .params(Map.of("first", RowIds.first(exportId), "last", RowIds.last(exportId)))
                .query(Long.class)
                .optional();
        return first.map(rowId -> jdbc.sql("DELETE FROM reconciled_item_row WHERE row_id BETWEEN :first AND :last")
                        .params(Map.of("first", rowId, "last", Math.min(rowId + ROWS - 1, RowIds.last(exportId))))
                        .update())
                .orElse(0);
    }

    private int delete(KeyedTable table, int exportId) {
        List<Object> last =
                jdbc.sql(table.lastOfAFew()).param("export", exportId).query().singleColumn();
        if (last.isEmpty()) {
            return jdbc.sql(table.deleteAll()).param("export", exportId).update();
        }
        return jdbc.sql(table.deleteUpTo())
                .params(Map.of("export", exportId, "last", last.get(0)))
                .update();
    }

    private record KeyedTable(String name, String key) {

        String lastOfAFew() {
            return "SELECT " + key + " FROM " + name + " WHERE export_id = :export ORDER BY export_id, " + key
                    + " OFFSET " + (ROWS - 1) + " ROWS FETCH NEXT 1 ROW ONLY";
        }

        String deleteUpTo() {
            return deleteAll() + " AND " + key + " <= :last";
        }

        String countAll() {
            return "SELECT COUNT(*) FROM " + name + " WHERE export_id = :export";
        }

        String deleteAll() {
            return "DELETE FROM " + name + " WHERE export_id = :export";
        }
    }
}
