package io.shelftally.job.derivation;

import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.scans.ScanNights;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides the outcomes of a night as the job does, and closes it. */
public final class SimulatedDecisions {

    private SimulatedDecisions() {}

    /** The outcome of each capture of the night, by id; throws if one comes twice. */
    public static Map<String, CaptureOutcome> decide(NightDatabase db, LocalDate businessDate) {
        ScanNights scans = new ScanNights(db.client(), db.batches());
        CaptureNights captures = new CaptureNights(db.client(), db.batches());
        CaptureReader reader =
                new CaptureReader(new EvidenceStore(db.batches(), db.client()), captures, scans, closient());
        Links links = new StoredLinks(businessDate, captures);
        Judge judge = new Judge(TestRules.DEFAULT, links);
        Map<String, CaptureOutcome> outcomes = new HashMap<>();
        List<CaptureNights.Decision> decisions = new ArrayList<>();
        for (CaptureOfNight capture : captures.page(businessDate, "", Integer.MAX_VALUE)) {
            CaptureNights.Decision decision = judge.capture(
                            reader.of(businessDate, List.of(links)).apply(capture), capture.matchMethod())
                    .decision();
            decisions.add(decision);
            if (outcomes.put(decision.captureId(), decision.outcome()) != null) {
                throw new AssertionError(decision.captureId() + " stands in the night twice");
            }
        }
        captures.decide(businessDate, decisions);
        db.execute("INSERT INTO published_night (business_date) VALUES (?)", businessDate);
        return outcomes;
    }

    private static ClosientSettings closient() {
        return new ClosientSettings(URI.create("https://closient.test"), "key", 1, "scan_id", "scan_guid", 0, 0, 0);
    }
}
