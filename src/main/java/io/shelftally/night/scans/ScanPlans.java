package io.shelftally.night.scans;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Counts the calls that the scans of a night cost, from the rows that the collection starts with. There is neither a quota
 * nor a retry to reckon with, so it has nothing in common with the plan of captures.
 */
@Component
public class ScanPlans {

    private final ScanItems items;
    private final PensaSettings settings;

    ScanPlans(ScanItems items, PensaSettings settings) {
        this.items = items;
        this.settings = settings;
    }

    /** The plan of a night whose work list has been taken. */
    public ScanPlan of(LocalDate businessDate) {
        long statuses = items.count(businessDate, ScanPhase.STATUS);
        long reports = items.count(businessDate, ScanPhase.REPORT);
        long batch = settings.statusBatch();
        return new ScanPlan(
                items.queue().count(businessDate, false), (statuses + batch - 1) / batch, statuses + reports);
    }
}
