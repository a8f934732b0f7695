package io.shelftally.job.reruns;

import io.shelftally.intake.quarantine.QuarantineDecisions;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.intake.worklist.Mending;
import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.intake.worklist.SingleRow;
import io.shelftally.intake.worklist.WorkList;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.scans.ScanNights;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes rows that were mended since the work list was read into a night, where no list is read again. */
@Component
class MendedRows {

    private final CaptureNights captures;
    private final ScanNights scans;
    private final SetAside setAside;
    private final QuarantineDecisions decisions;
    private final Clock clock;

    MendedRows(
            CaptureNights captures, ScanNights scans, SetAside setAside, QuarantineDecisions decisions, Clock clock) {
        this.captures = captures;
        this.scans = scans;
        this.setAside = setAside;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Brings the night's items and its quarantine in line with what was mended, in the caller's transaction; says how many rows. */
    int take(LocalDate businessDate) {
        List<QuarantineRow> before = setAside.of(businessDate).stream()
                .filter(row -> SingleRow.isOfList(row.source()))
                .toList();
        WorkList night = new WorkList(captures.listed(businessDate), scans.listed(businessDate), before, List.of());
        WorkList mended = Mending.apply(night, decisions.of(businessDate));
        if (mended.quarantine().equals(before)) {
            return 0;
        }
        setAside.forget(businessDate, before);
        setAside.add(businessDate, mended.quarantine());
        Instant now = clock.instant();
        List<ScanEntry> newScans =
                mended.scans().subList(night.scans().size(), mended.scans().size());
        List<CaptureEntry> newCaptures = mended.captures()
                .subList(night.captures().size(), mended.captures().size());
        scans.add(businessDate, newScans, now);
        captures.add(businessDate, newCaptures, now);
        return newScans.size() + newCaptures.size();
    }
}
