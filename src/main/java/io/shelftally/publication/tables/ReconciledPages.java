package io.shelftally.publication.tables;

import io.shelftally.publication.results.ReconciledRow;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes rows of an export beside other processes that write theirs, on PostgreSQL: a page of whole scans in each transaction of
 * the caller. If one fails, this object must not be used any more.
 */
public final class ReconciledPages {

    private final JdbcOperations jdbc;
    private final int exportId;
    private final ItemRows items;
    private final ProductTexts texts;
    private final KnownCells cells;

    ReconciledPages(JdbcOperations jdbc, int exportId) {
        this.jdbc = jdbc;
        this.exportId = exportId;
        this.items = new ItemRows(jdbc);
        this.texts = ProductTexts.besideOthers(jdbc, exportId);
        this.cells = new KnownCells(texts);
    }

    /**
     * Within the caller's transaction.
     *
     * @param firstRowId the number of the first row
     * @param rows in published order
     */
    public void write(long firstRowId, List<ReconciledRow> rows) {
        ScanRanges scans = new ScanRanges(jdbc, exportId);
        List<ItemRow> numbered = new ArrayList<>(rows.size());
        long next = firstRowId;
        for (ReconciledRow row : rows) {
            scans.add(next, row.scan().scanId(), row.item().gtin());
            numbered.add(new ItemRow(next++, cells.of(row)));
        }
        scans.end();
        texts.writeNew();
        scans.writeEnded();
        items.insert(numbered);
    }
}
