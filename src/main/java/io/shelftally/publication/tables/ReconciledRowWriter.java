package io.shelftally.publication.tables;

import io.shelftally.publication.results.ReconciledRow;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Takes the rows of an export in published order and writes them in transactions of {@value #ROWS_PER_TRANSACTION} that are new, or
 * {@value #MOST_ROWS} in all; {@link #close()} writes the rest, unless a transaction has failed. A row out of order, or one that
 * comes twice, is an {@link IllegalArgumentException}: that check stands in for a unique key.
 */
public final class ReconciledRowWriter implements Consumer<ReconciledRow>, AutoCloseable {

    /** With 50,000 H2 takes half as long again, because it writes the pages of a long transaction twice. */
    static final int ROWS_PER_TRANSACTION = 5_000;

    private static final int MOST_ROWS = 4 * ROWS_PER_TRANSACTION;

    private final GuardedTransactions transactions;
    private final KnownRows rows;
    private final ScanBlocks blocks;
    private boolean hasFailed;

    ReconciledRowWriter(JdbcOperations jdbc, GuardedTransactions transactions, int exportId) {
        this.transactions = transactions;
        this.rows = new KnownRows(jdbc, new ProductTexts(jdbc, exportId, ProductTexts.REMEMBERED));
        this.blocks = new ScanBlocks(jdbc, exportId);
        rows.numberFrom(RowIds.first(exportId));
    }

    @Override
    public void accept(ReconciledRow row) {
        blocks.add(rows.idOf(row), row.scan().scanId(), row.item().gtin());
        if (rows.waiting() == ROWS_PER_TRANSACTION || blocks.rows() == MOST_ROWS) {
            writeWaiting();
        }
    }

    @Override
    public void close() {
        if (!hasFailed) {
            blocks.end();
            writeWaiting();
        }
    }

    private void writeWaiting() {
        hasFailed = true;
        transactions.run(() -> {
            rows.writeNew();
            blocks.writeEnded();
        });
        hasFailed = false;
    }
}
