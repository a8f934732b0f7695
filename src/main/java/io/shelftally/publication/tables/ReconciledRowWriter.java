package io.shelftally.publication.tables;

import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Takes the rows of an export in published order and writes them in transactions of {@value #ROWS_PER_TRANSACTION}
 * rows; {@link #close()} writes the rest. A row out of order, or one that comes twice, is an
 * {@link IllegalArgumentException}: that check stands in for a unique key, which would halve the speed.
 */
public final class ReconciledRowWriter implements Consumer<ReconciledRow>, AutoCloseable {

    /** With 50,000 H2 takes half as long again, because it writes the pages of a long transaction twice. */
    static final int ROWS_PER_TRANSACTION = 5_000;

    private static final Cells<ReconciledRow> CELLS = Cells.of(
            Datasets.RECONCILED_ITEMS,
            Set.of(
                    "business_date",
                    "store_id",
                    "section",
                    "scan_id",
                    "reason",
                    "product_name",
                    "brand",
                    "category",
                    "manufacturer",
                    "product_id",
                    "brand_id",
                    "category_id",
                    "manufacturer_id",
                    "upc"));

    private static final String INSERT = """
            INSERT INTO reconciled_item_row (
                row_id, text_id, gtin, verdict, captured, seen, out_of_stock, match_method, capture_count,
                capture_ids, capture_status, identifier_flags, facings, expected_facings, duplicate_count,
                closient_product_short_id, closient_product_name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;
    private final ProductTexts texts;
    private final ScanRanges scans;
    private final List<NumberedRow> waiting = new ArrayList<>(ROWS_PER_TRANSACTION);
    private long nextRowId;

    ReconciledRowWriter(JdbcOperations jdbc, GuardedTransactions transactions, int exportId) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.texts = new ProductTexts(jdbc, ProductTexts.REMEMBERED);
        this.scans = new ScanRanges(jdbc, exportId);
        this.nextRowId = RowIds.first(exportId);
    }

    @Override
    public void accept(ReconciledRow row) {
        scans.add(nextRowId, row.scan().scanId(), row.item().gtin());
        waiting.add(new NumberedRow(nextRowId++, texts.idOf(row.item().text()), row));
        if (waiting.size() == ROWS_PER_TRANSACTION) {
            writeWaiting();
        }
    }

    @Override
    public void close() {
        scans.end();
        writeWaiting();
    }

    private void writeWaiting() {
        List<NumberedRow> rows = List.copyOf(waiting);
        waiting.clear();
        transactions.run(() -> {
            texts.writeNew();
            scans.writeEnded();
            jdbc.batchUpdate(INSERT, rows, Cells.ROWS_PER_BATCH, ReconciledRowWriter::bind);
        });
    }

    private static void bind(PreparedStatement statement, NumberedRow row) throws SQLException {
        statement.setLong(1, row.id);
        statement.setObject(2, row.textId);
        CELLS.bind(statement, 3, row.row);
    }

    private record NumberedRow(long id, UUID textId, ReconciledRow row) {}
}
