package io.shelftally.results.store;

import io.shelftally.results.Datasets;
import io.shelftally.results.ReconciledRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Takes the rows of an export in published order and writes them in transactions of {@value #ROWS_PER_TRANSACTION}
 * rows; {@link #close()} writes the rest. Rows that come in another order, or twice, are an
 * {@link IllegalArgumentException}: that check stands for a unique key, which would cost a third of the speed.
 */
public final class ReconciledRowWriter implements Consumer<ReconciledRow>, AutoCloseable {

    /** H2 is twice as fast with this many as with 50,000, whose unfinished pages it writes out twice. */
    static final int ROWS_PER_TRANSACTION = 5_000;

    private static final Cells<ReconciledRow> CELLS = Cells.of(
            Datasets.RECONCILED_ITEMS,
            Set.of(
                    "business_date",
                    "store_id",
                    "section",
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
                row_id, text_id, scan_id, gtin, verdict, captured, seen, out_of_stock, match_method, reason,
                capture_count, capture_ids, capture_status, identifier_flags, facings, expected_facings,
                duplicate_count, closient_product_short_id, closient_product_name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final Comparator<ReconciledRow> PUBLISHED_ORDER = Comparator.comparingLong(
                    (ReconciledRow row) -> row.scan().scanId())
            .thenComparing(row -> row.item().gtin());

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;
    private final ProductTexts texts;
    private final List<KeyedRow> waiting = new ArrayList<>(ROWS_PER_TRANSACTION);
    private long nextRowId;
    private @Nullable ReconciledRow last;

    ReconciledRowWriter(JdbcOperations jdbc, GuardedTransactions transactions, int exportId) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.texts = new ProductTexts(jdbc);
        this.nextRowId = RowIds.first(exportId);
    }

    @Override
    public void accept(ReconciledRow row) {
        requireOrder(row);
        waiting.add(new KeyedRow(nextRowId++, texts.idOf(row.item().text()), row));
        if (waiting.size() == ROWS_PER_TRANSACTION) {
            writeWaiting();
        }
    }

    @Override
    public void close() {
        if (!waiting.isEmpty()) {
            writeWaiting();
        }
    }

    private void writeWaiting() {
        List<KeyedRow> rows = List.copyOf(waiting);
        waiting.clear();
        transactions.run(() -> {
            texts.writeNew();
            jdbc.batchUpdate(INSERT, rows, Cells.ROWS_PER_BATCH, ReconciledRowWriter::bind);
        });
    }

    private static void bind(PreparedStatement statement, KeyedRow row) throws SQLException {
        statement.setLong(1, row.rowId);
        statement.setObject(2, row.textId);
        CELLS.bind(statement, 3, row.row);
    }

    private void requireOrder(ReconciledRow row) {
        if (last != null && PUBLISHED_ORDER.compare(last, row) >= 0) {
            throw new IllegalArgumentException(
                    "rows must come in the order of scan_id and gtin: " + key(row) + " came after " + key(last));
        }
        last = row;
    }

    private static String key(ReconciledRow row) {
        return row.scan().scanId() + " " + row.item().gtin();
    }

    private record KeyedRow(long rowId, UUID textId, ReconciledRow row) {}
}
