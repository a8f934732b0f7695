package io.shelftally.job.derivation;

import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.scans.ScanNights;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes at the items of a night what follows from its scans: what became of each, and how captures matched a product. */
@Component
public class ScanDecisions {

    private final ScanNights scans;
    private final CaptureNights captures;

    ScanDecisions(ScanNights scans, CaptureNights captures) {
        this.scans = scans;
        this.captures = captures;
    }

    /** In the caller's transaction. */
    public void write(LocalDate businessDate, List<ScanFindings> found) {
        Map<String, MatchMethod> matches = new HashMap<>();
        found.forEach(one -> matches.putAll(one.matches()));
        captures.matched(businessDate, matches);
        scans.decide(businessDate, found.stream().map(ScanFindings::decision).toList());
    }
}
