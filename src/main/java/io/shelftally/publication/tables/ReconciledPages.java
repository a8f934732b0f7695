package io.shelftally.publication.tables;

import io.shelftally.publication.results.ReconciledRow;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes rows of an export beside other processes that write theirs, on PostgreSQL: a page of whole scans in each transaction of
 * the caller. If one fails, this object must not be used any more.
 */
public final class ReconciledPages {

    private final JdbcOperations jdbc;
    private final int exportId;
    private final KnownRows known;

    ReconciledPages(JdbcOperations jdbc, int exportId) {
        this.jdbc = jdbc;
        this.exportId = exportId;
        this.known = new KnownRows(jdbc, ProductTexts.besideOthers(jdbc, exportId));
    }

    /**
     * Within the caller's transaction.
     *
     * @param firstRowId the number of the first row that is new; as many numbers may be taken as there are rows
     * @param rows in published order
     */
    public void write(long firstRowId, List<ReconciledRow> rows) {
        ScanBlocks blocks = new ScanBlocks(jdbc, exportId);
        known.numberFrom(firstRowId);
        rows.forEach(row ->
                blocks.add(known.idOf(row), row.scan().scanId(), row.item().gtin()));
        blocks.end();
        known.writeNew();
        blocks.writeEnded();
    }
}
