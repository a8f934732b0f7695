package io.shelftally.operations.changes;

import io.shelftally.job.derivation.Judge;
import io.shelftally.job.derivation.NightEvidence;
import io.shelftally.job.derivation.ScanFindings;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Verdict;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verdicts of a night's evidence by the rules of another night; those of the latest place are kept. */
final class OldRules {

    private final LocalDate businessDate;
    private final NightEvidence evidence;
    private final Optional<Judge> judge;
    private List<ScanOfPlace> scans = List.of();
    private Map<Gtin, Verdict> verdicts = Map.of();

    /** @param judge by the other night's rules; empty if they are the same */
    OldRules(LocalDate businessDate, NightEvidence evidence, Optional<Judge> judge) {
        this.businessDate = businessDate;
        this.evidence = evidence;
        this.judge = judge;
    }

    /** Whether the product would have this verdict; never if the rules are the same. */
    boolean give(Optional<Verdict> verdict, PlaceNight place, Gtin gtin) {
        return judge.isPresent()
                && verdict.equals(
                        Optional.ofNullable(verdicts(place, judge.get()).get(gtin)));
    }

    private Map<Gtin, Verdict> verdicts(PlaceNight place, Judge by) {
        if (!place.scans().equals(scans)) {
            scans = place.scans();
            verdicts = new HashMap<>();
            scans.stream()
                    .flatMap(scan ->
                            evidence.scan(businessDate, List.of(by.links()), scan.scanId()).flatMap(by::scan).stream())
                    .map(ScanFindings::items)
                    .forEach(rows -> rows.forEach(
                            row -> verdicts.put(row.item().gtin(), row.item().verdict())));
        }
        return verdicts;
    }
}
