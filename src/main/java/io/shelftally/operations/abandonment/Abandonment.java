package io.shelftally.operations.abandonment;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.job.output.ResultTables;
import io.shelftally.night.run.Lease;
import io.shelftally.operations.deletion.Deleted;
import io.shelftally.operations.deletion.DeletionWrites;
import io.shelftally.operations.deletion.EvidenceDeletion;
import io.shelftally.operations.deletion.References;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives a night up that was begun and never published, under the lease, so that its date is as one that was never begun:
 *
 * <ol>
 *   <li>It is refused for a night that was published, and for one that a later night goes on from ({@link Standing}).
 *   <li>In one transaction all goes that a night is made from and carried over by, and its runs are marked. From here on the
 *       date may be run, and later nights take nothing over from it.
 *   <li>The files that it made and never showed go, then its unfinished rows, then the answers that no other night refers to.
 *       A process that is killed among them leaves what nothing reads, and the next abandonment goes on.
 * </ol>
 */
@Component
public class Abandonment {

    private final Standing standing;
    private final NightRows rows;
    private final UnshownFiles files;
    private final EvidenceDeletion evidence;
    private final ResultTables results;
    private final DeletionWrites writes;
    private final Lease lease;
    private final StopSignal stop;

    Abandonment(
            Standing standing,
            NightRows rows,
            UnshownFiles files,
            EvidenceDeletion evidence,
            ResultTables results,
            DeletionWrites writes,
            Lease lease,
            StopSignal stop) {
        this.standing = standing;
        this.rows = rows;
        this.files = files;
        this.evidence = evidence;
        this.results = results;
        this.writes = writes;
        this.lease = lease;
        this.stop = stop;
    }

    /**
     * Throws {@link io.shelftally.night.run.LeaseHeldException} while a run is at work, and what {@link Standing#check} throws.
     *
     * @param dryRun whether nothing is changed
     */
    public AbandonReport abandon(LocalDate night, boolean dryRun) {
        return lease.during(night, stop::check, () -> {
            standing.check(night);
            writes.inEarnest(!dryRun);
            return new AbandonReport(night, dryRun, standing.runs(night), delete(night));
        });
    }

    private Deleted delete(LocalDate night) {
        Map<String, Long> gone = new LinkedHashMap<>(rows.delete(night));
        Map<Path, Deleted.Files> unshown = files.delete(night);
        gone.putAll(unfinished(night));
        AllBut others = new AllBut(night);
        References references = evidence.referredTo(others);
        gone.put("evidence", evidence.answers(others, references));
        gone.put("evidence_body", evidence.bodies(references));
        return new Deleted(gone, unshown);
    }

    private Map<String, Long> unfinished(LocalDate night) {
        List<Integer> exports = results.versions().unfinished(night);
        Map<String, Long> gone = new LinkedHashMap<>();
        exports.forEach(export ->
                results.versions().rows(export).forEach((table, count) -> gone.merge(table, count, Long::sum)));
        gone.put("export_version", (long) exports.size());
        if (!writes.isDryRun()) {
            exports.forEach(results.versions()::discard);
        }
        return gone;
    }
}
