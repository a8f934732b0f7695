package io.shelftally.results.store;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes the rows of an export in transactions of a bounded size, however many there are. */
final class RowDeletion {

    /** A table's own order lets each statement find its rows without reading past them. */
    private static final List<String> A_FEW_ROWS_OF_EACH_TABLE = List.of("""
            DELETE FROM reconciled_item_row WHERE row_id IN (
                SELECT row_id FROM reconciled_item_row WHERE row_id BETWEEN :first AND :last
                ORDER BY row_id FETCH FIRST 5000 ROWS ONLY)
            """, """
            DELETE FROM scan_row WHERE export_id = :export AND scan_id IN (
                SELECT scan_id FROM scan_row WHERE export_id = :export
                ORDER BY export_id, scan_id FETCH FIRST 5000 ROWS ONLY)
            """, """
            DELETE FROM capture_row WHERE export_id = :export AND sort_key IN (
                SELECT sort_key FROM capture_row WHERE export_id = :export
                ORDER BY export_id, sort_key FETCH FIRST 5000 ROWS ONLY)
            """, """
            DELETE FROM break_row WHERE export_id = :export AND sort_key IN (
                SELECT sort_key FROM break_row WHERE export_id = :export
                ORDER BY export_id, sort_key FETCH FIRST 5000 ROWS ONLY)
            """, """
            DELETE FROM quarantine_row WHERE export_id = :export AND sort_key IN (
                SELECT sort_key FROM quarantine_row WHERE export_id = :export
                ORDER BY export_id, sort_key FETCH FIRST 5000 ROWS ONLY)
            """);

    private final JdbcClient jdbc;
    private final GuardedTransactions transactions;

    RowDeletion(JdbcClient jdbc, GuardedTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    void deleteRowsOf(int exportId) {
        for (String delete : A_FEW_ROWS_OF_EACH_TABLE) {
            while (transactions.call(() -> delete(delete, exportId)) > 0) {}
        }
    }

    private int delete(String sql, int exportId) {
        return jdbc.sql(sql)
                .params(Map.of("export", exportId, "first", RowIds.first(exportId), "last", RowIds.last(exportId)))
                .update();
    }
}
