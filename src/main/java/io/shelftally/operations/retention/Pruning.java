package io.shelftally.operations.retention;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.night.run.Lease;
import io.shelftally.operations.deletion.Deleted;
import io.shelftally.operations.deletion.DeletionWrites;
import io.shelftally.operations.deletion.EvidenceDeletion;
import io.shelftally.operations.deletion.References;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes what is of old nights, under the lease and in small transactions: a process that is killed in its midst leaves
 * everything whole, and the next one goes on. No night that is published later comes out otherwise for it, but one that
 * names again what was pruned (docs/operations.md, "Pruning").
 */
@Component
public class Pruning {

    private final PrunedVersions versions;
    private final PrunedItems items;
    private final EvidenceDeletion evidence;
    private final PrunedHistory history;
    private final KeptItems keptItems;
    private final DeletionWrites writes;
    private final SitesAfterPruning sites;
    private final JdbcClient client;
    private final Lease lease;
    private final StopSignal stop;
    private final Clock clock;

    Pruning(
            PrunedVersions versions,
            PrunedItems items,
            EvidenceDeletion evidence,
            PrunedHistory history,
            KeptItems keptItems,
            DeletionWrites writes,
            SitesAfterPruning sites,
            JdbcClient client,
            Lease lease,
            StopSignal stop,
            Clock clock) {
        this.versions = versions;
        this.items = items;
        this.evidence = evidence;
        this.history = history;
        this.keptItems = keptItems;
        this.writes = writes;
        this.sites = sites;
        this.client = client;
        this.lease = lease;
        this.stop = stop;
        this.clock = clock;
    }

    /** Throws {@link io.shelftally.night.run.LeaseHeldException} while a run is at work. */
    public PruneReport prune(PruneOptions options) {
        LocalDate today = LocalDate.now(clock);
        return lease.during(today, stop::check, () -> {
            writes.inEarnest(!options.dryRun());
            return prune(options, first(today, options.keepDays()));
        });
    }

    /** The first date that stays: never later than the latest published night. */
    private LocalDate first(LocalDate today, int keepDays) {
        LocalDate first = today.minusDays(keepDays);
        return client.sql("SELECT MAX(published_date) FROM export_version")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .filter(latest -> latest.isBefore(first))
                .orElse(first);
    }

    private PruneReport prune(PruneOptions options, LocalDate before) {
        Kept kept = keptItems.of(before);
        versions.hide(before);
        Map<Path, Deleted.Files> files = versions.files(before, options.out());
        Map<String, Long> rows = new LinkedHashMap<>(versions.rows(before));
        PrunedItems.Rows captures = items.captures(before, kept);
        PrunedItems.Rows scans = items.scans(before, kept);
        rows.put("capture_item", captures.gone());
        rows.put("scan_item", scans.gone());
        References references = evidence.referredTo(kept);
        rows.put("evidence", evidence.answers(kept, references));
        rows.put("evidence_body", evidence.bodies(references));
        rows.putAll(history.delete(before));
        if (!options.dryRun()) {
            sites.make(files.keySet());
        }
        return new PruneReport(before, options.dryRun(), new Deleted(rows, files), captures.kept(), scans.kept());
    }
}
