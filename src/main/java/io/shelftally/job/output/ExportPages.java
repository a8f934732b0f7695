package io.shelftally.job.output;

import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.job.derivation.ScanFindings;
import io.shelftally.publication.results.CaptureRow;
import io.shelftally.publication.results.UnknownProductRow;
import java.time.LocalDate;
import java.util.List;

/**
 * Takes the derived rows of a night to the tables of an export, all but the reconciled ones; each call stands in the caller's
 * transaction.
 */
public final class ExportPages {

    private final int exportId;
    private final ResultTables results;
    private final BreakBook breaks;

    public ExportPages(LocalDate businessDate, int exportId, ResultTables results) {
        this.exportId = exportId;
        this.results = results;
        this.breaks = new BreakBook(
                businessDate, exportId, results.versions().previousPublished(businessDate), results.breaks());
    }

    /** Pages come in the order of scan ids. */
    public void scans(List<ScanFindings> page) {
        results.scans().insert(exportId, page.stream().map(ScanFindings::row).toList());
        setAside(page.stream().flatMap(found -> found.quarantine().stream()).toList());
        breaks.enter(
                page.stream().flatMap(found -> found.place().stream()).toList(),
                page.stream().flatMap(found -> found.sightings().stream()).toList());
    }

    /** To be called after the last page of scans. */
    public void finishBreaks() {
        breaks.finish();
    }

    public void captures(List<CaptureRow> page) {
        results.captures().insert(exportId, page);
    }

    public void unknownProducts(List<UnknownProductRow> rows) {
        results.unknownProducts().insert(exportId, rows);
    }

    public void setAside(List<QuarantineRow> rows) {
        results.quarantine().insert(exportId, rows);
    }
}
