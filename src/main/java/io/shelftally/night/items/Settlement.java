package io.shelftally.night.items;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.CallCounts.Call;
import io.shelftally.night.evidence.EvidenceEntry;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.run.NightWrites;
import java.time.LocalDate;
import java.util.List;

/** Writes what one vendor's answers change in the items of a night together with the answers themselves. */
public final class Settlement {

    private final LocalDate businessDate;
    private final String vendor;
    private final NightWrites writes;
    private final EvidenceStore evidence;
    private final CallCounts counts;

    public Settlement(
            LocalDate businessDate, String vendor, NightWrites writes, EvidenceStore evidence, CallCounts counts) {
        this.businessDate = businessDate;
        this.vendor = vendor;
        this.writes = writes;
        this.evidence = evidence;
        this.counts = counts;
    }

    /**
     * Writes all of it in one transaction, or nothing.
     *
     * @param changes may be run more than once
     * @param calls those that were made, to be counted
     */
    public void write(List<EvidenceEntry> answers, Runnable changes, List<Call> calls) {
        writes.runRepeatably(() -> {
            evidence.save(businessDate, answers);
            changes.run();
            counts.add(businessDate, vendor, calls);
        });
        counts.took(businessDate, vendor, calls);
    }
}
