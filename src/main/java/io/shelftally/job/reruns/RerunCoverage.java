package io.shelftally.job.reruns;

import io.shelftally.calls.collect.Troubles;
import io.shelftally.calls.quota.QuotaSpentException;
import io.shelftally.night.captures.CaptureReruns;
import io.shelftally.night.scans.ScanReruns;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells whether anything was answered of what a rerun asked about, whatever the night as a whole got. */
@Component
public class RerunCoverage {

    private final CaptureReruns captures;
    private final ScanReruns scans;

    RerunCoverage(CaptureReruns captures, ScanReruns scans) {
        this.captures = captures;
        this.scans = scans;
    }

    /** What fell short, and what the calls met; throws {@link QuotaSpentException} if nothing could be done. */
    public List<String> shortfalls(LocalDate businessDate, Troubles metByScans, Troubles metByCaptures) {
        CaptureReruns.Coverage ofCaptures = captures.coverage(businessDate);
        ScanReruns.Coverage ofScans = scans.coverage(businessDate);
        if (ofCaptures.deferred() > 0 && ofCaptures.asked() == 0 && ofScans.asked() == 0) {
            throw new QuotaSpentException("Closient's quota was spent before anything could be done: "
                    + ofCaptures.deferred() + " captures wait; run again when it is renewed");
        }
        return Stream.concat(
                        none("scans", ofScans.asked(), ofScans.answered(), metByScans),
                        none("captures", ofCaptures.asked(), ofCaptures.answered(), metByCaptures))
                .toList();
    }

    private static Stream<String> none(String what, long asked, long answered, Troubles met) {
        return asked > 0 && answered == 0
                ? Stream.of("there was no answer about any of the " + asked + " " + what + " of the rerun"
                        + met.after(": "))
                : Stream.empty();
    }
}
