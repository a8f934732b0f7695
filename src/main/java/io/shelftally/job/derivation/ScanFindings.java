package io.shelftally.job.derivation;

import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.matching.reconciliation.BreakSighting;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.matching.reconciliation.PlaceReport;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.ScanRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the stored evidence says of one scan.
 *
 * @param items in the order of their GTINs; empty if it is not reported
 * @param quarantine the products without an identifier
 * @param place what it tells of the place where it was taken, if it is reported
 * @param lists how much its lists say, if it is reported
 * @param matches by capture id, how it matched a product
 */
public record ScanFindings(
        ScanRow row,
        List<ReconciledRow> items,
        List<QuarantineRow> quarantine,
        List<BreakSighting> sightings,
        Optional<PlaceReport> place,
        Optional<ReadLists> lists,
        Map<String, MatchMethod> matches,
        ScanNights.Decision decision) {

    /** The same without the rows, which need not be kept once they are handed on. */
    public ScanFindings withoutItems() {
        return new ScanFindings(row, List.of(), quarantine, sightings, place, lists, matches, decision);
    }
}
