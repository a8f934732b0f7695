package io.shelftally.operations.retention;

import io.shelftally.base.text.StoredText;
import io.shelftally.matching.reconciliation.BreakKey;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.scans.ScanStatus;
import io.shelftally.night.scans.StatusAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the scans that explain the open breaks: those of its place on the nights that a break was opened and last seen. */
@Repository
class BreakScans {

    private final JdbcClient client;
    private final StatusAnswers statuses;

    BreakScans(JdbcClient client, EvidenceStore evidence) {
        this.client = client;
        this.statuses = new StatusAnswers(evidence);
    }

    /** Of the nights before a date; by the breaks that the latest published night left open. */
    Set<Long> before(LocalDate before) {
        Map<LocalDate, Set<String>> places = new TreeMap<>();
        client.sql("""
                        SELECT DISTINCT b.place, b.opened_on, b.last_seen_on FROM break_row b
                        JOIN export_version v ON v.export_id = b.export_id
                        WHERE b.closed_on IS NULL AND b.opened_on < :before
                            AND v.published_date = (SELECT MAX(published_date) FROM export_version)
                        """).param("before", before).query(row -> {
            for (String night : new String[] {"opened_on", "last_seen_on"}) {
                places.computeIfAbsent(row.getObject(night, LocalDate.class), date -> new HashSet<>())
                        .add(row.getString("place"));
            }
        });
        Set<Long> scans = new HashSet<>();
        places.forEach((night, those) -> {
            if (night.isBefore(before)) {
                scansOf(night).forEach((scan, place) -> {
                    if (those.contains(place)) {
                        scans.add(scan);
                    }
                });
            }
        });
        return scans;
    }

    /** The places of the night's reported scans. */
    private Map<Long, String> scansOf(LocalDate night) {
        Map<Long, String> places = new HashMap<>();
        client.sql("""
                        SELECT scan_id, store_id, section, status_sha256 FROM scan_item
                        WHERE business_date = :night AND ending = 'REPORTED'
                        """).param("night", night).query(row -> {
            places.put(row.getLong("scan_id"), StoredText.of(place(row)));
        });
        return places;
    }

    private String place(ResultSet row) throws SQLException {
        long scanId = row.getLong("scan_id");
        String store = row.getString("store_id");
        String section = row.getString("section");
        @Nullable String sha256 = row.getString("status_sha256");
        String byList = BreakKey.placeOf(store, section, null, scanId);
        boolean isByArea = byList.equals("scan:" + scanId) && sha256 != null;
        return isByArea
                ? BreakKey.placeOf(
                        store,
                        section,
                        statuses.status(sha256, scanId)
                                .map(ScanStatus::scanAreaId)
                                .orElse(null),
                        scanId)
                : byList;
    }
}
