package io.shelftally.job.output;

import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.BreakKey;
import io.shelftally.matching.reconciliation.BreakNight;
import io.shelftally.matching.reconciliation.BreakSighting;
import io.shelftally.matching.reconciliation.PlaceReport;
import io.shelftally.publication.tables.BreakRows;
import io.shelftally.publication.tables.ExportVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The breaks of one night, made from those of the night before: what is sighted tonight is opened or goes on, page by page;
 * at the end, what was open and not sighted is closed if a scan of its place can tell that it is gone, else left as it is. What is
 * kept in memory is one text a place, and the keys of open breaks that a scan tells of which cannot tell of all.
 */
final class BreakBook {

    private static final int BATCH = 500;

    private final LocalDate businessDate;
    private final int exportId;
    private final Optional<Integer> previousExportId;
    private final BreakRows rows;
    private final Set<String> toldPlaces = new HashSet<>();
    private final Set<BreakKey> told = new HashSet<>();

    BreakBook(LocalDate businessDate, int exportId, Optional<ExportVersion> previous, BreakRows rows) {
        this.businessDate = businessDate;
        this.exportId = exportId;
        this.previousExportId = previous.map(ExportVersion::exportId);
        this.rows = rows;
    }

    /** Enters a page of scans; pages come in the order of scan ids, so that the largest of a key has the last word. */
    void enter(Collection<PlaceReport> places, Collection<BreakSighting> sightings) {
        places.forEach(this::enter);
        Map<BreakKey, BreakSighting> latest = BreakSighting.latestByKey(sightings);
        if (latest.isEmpty()) {
            return;
        }
        Map<BreakKey, Break> open = before(latest.keySet());
        List<BreakKey> opened = opened(latest, open.keySet());
        Map<BreakKey, LocalDate> closedBefore = opened.isEmpty() ? Map.of() : rows.latestClosed(opened, businessDate);
        List<Break> seen = new ArrayList<>();
        latest.forEach((key, sighting) -> new BreakNight(businessDate, true, Optional.of(sighting))
                .advance(Optional.ofNullable(open.get(key)), Optional.ofNullable(closedBefore.get(key)))
                .ifPresent(seen::add));
        rows.replace(exportId, seen);
    }

    private void enter(PlaceReport report) {
        if (report.tellsOfAll()) {
            toldPlaces.add(report.place());
        } else if (!report.told().isEmpty() && !toldPlaces.contains(report.place())) {
            previousExportId.ifPresent(previous -> rows.openAt(previous, report.place()).stream()
                    .filter(open -> report.told().contains(open.gtin()))
                    .forEach(open -> told.add(open.key())));
        }
    }

    /** Closes, or keeps as they are, the breaks that were open before and were not sighted. */
    void finish() {
        previousExportId.ifPresent(previous -> {
            List<Break> batch = new ArrayList<>();
            rows.forEachOpen(previous, open -> {
                batch.add(open);
                if (batch.size() == BATCH) {
                    carry(batch);
                    batch.clear();
                }
            });
            carry(batch);
        });
    }

    private Map<BreakKey, Break> before(Set<BreakKey> keys) {
        return previousExportId.map(previous -> rows.findOpen(previous, keys)).orElse(Map.of());
    }

    private static List<BreakKey> opened(Map<BreakKey, BreakSighting> sighted, Set<BreakKey> open) {
        return sighted.values().stream()
                .filter(BreakSighting::opens)
                .map(BreakSighting::key)
                .filter(key -> !open.contains(key))
                .toList();
    }

    private void carry(List<Break> open) {
        Set<BreakKey> keys = new HashSet<>();
        open.forEach(one -> keys.add(one.key()));
        Map<BreakKey, Break> sighted = rows.findOpen(exportId, keys);
        List<Break> rest = new ArrayList<>();
        open.stream()
                .filter(one -> !sighted.containsKey(one.key()))
                .forEach(one -> new BreakNight(businessDate, isTold(one), Optional.empty())
                        .advance(Optional.of(one), Optional.empty())
                        .ifPresent(rest::add));
        rows.insert(exportId, rest);
    }

    /** An earlier release spelled places as the lists did; such a break closes, and is opened anew where it is now. */
    private boolean isTold(Break open) {
        return told.contains(open.key())
                || toldPlaces.contains(open.place())
                || toldPlaces.contains(BreakKey.normal(open.place()));
    }
}
