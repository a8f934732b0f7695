package io.shelftally.publication.tables;

import io.shelftally.publication.results.ReconciledRow;
import java.util.ArrayList;
import java.util.List;
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

    private final GuardedTransactions transactions;
    private final ItemRows items;
    private final ProductTexts texts;
    private final KnownCells cells;
    private final ScanRanges scans;
    private final List<ItemRow> waiting = new ArrayList<>(ROWS_PER_TRANSACTION);
    private long nextRowId;

    ReconciledRowWriter(JdbcOperations jdbc, GuardedTransactions transactions, int exportId) {
        this.transactions = transactions;
        this.items = new ItemRows(jdbc);
        this.texts = new ProductTexts(jdbc, exportId, ProductTexts.REMEMBERED);
        this.cells = new KnownCells(texts);
        this.scans = new ScanRanges(jdbc, exportId);
        this.nextRowId = RowIds.first(exportId);
    }

    @Override
    public void accept(ReconciledRow row) {
        scans.add(nextRowId, row.scan().scanId(), row.item().gtin());
        waiting.add(new ItemRow(nextRowId++, cells.of(row)));
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
        List<ItemRow> rows = List.copyOf(waiting);
        waiting.clear();
        transactions.run(() -> {
            texts.writeNew();
            scans.writeEnded();
            items.insert(rows);
        });
    }
}
