package io.shelftally.operations.retention;

import io.shelftally.night.run.Pieces;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the captures and scans of pruned nights that later nights, and the repetition of nights that stay, need:
 *
 * <ol>
 *   <li>what is open: left to the next night by its latest one, or of a night that was never published;
 *   <li>what has a row on a night that stays;
 *   <li>the scans that such captures name or are linked to, and those that explain an open break ({@link BreakScans});
 *   <li>the captures that were ever linked to a scan that stays, since its rows are made of all of them, and a scan in no
 *       work list is waited for since the first of them.
 * </ol>
 */
@Repository
class KeptItems {

    private final JdbcClient client;
    private final BreakScans breakScans;

    KeptItems(JdbcClient client, BreakScans breakScans) {
        this.client = client;
        this.breakScans = breakScans;
    }

    /** @param before the first date that stays */
    Kept of(LocalDate before) {
        Set<String> captures = new HashSet<>(captures("""
                SELECT c.capture_id FROM capture_item c
                WHERE c.business_date < :before
                    AND (c.carried OR c.business_date NOT IN (SELECT business_date FROM published_night))
                    AND NOT EXISTS (SELECT 1 FROM capture_item l WHERE l.capture_id = c.capture_id
                        AND l.business_date > c.business_date)
                """, before));
        captures.addAll(captures("""
                SELECT c.capture_id FROM capture_item c
                WHERE c.business_date >= :before AND EXISTS (SELECT 1 FROM capture_item o
                    WHERE o.capture_id = c.capture_id AND o.business_date < :before)
                """, before));
        Set<Long> scans = scans(before);
        Pieces.of(captures).forEach(few -> scans.addAll(named(few)));
        scans.addAll(breakScans.before(before));
        captures.addAll(captures("""
                SELECT c.capture_id FROM scan_item s JOIN capture_item c ON c.linked_scan_id = s.scan_id
                WHERE s.business_date >= :before AND c.business_date < :before
                """, before));
        Pieces.of(scans).forEach(few -> captures.addAll(linked(few)));
        return new Kept(before, captures, scans);
    }

    private Set<Long> scans(LocalDate before) {
        Set<Long> scans = new HashSet<>(ids("""
                SELECT s.scan_id FROM scan_item s
                WHERE s.business_date < :before AND NOT s.reopened
                    AND (s.carried OR s.business_date NOT IN (SELECT business_date FROM published_night))
                    AND NOT EXISTS (SELECT 1 FROM scan_item l WHERE l.scan_id = s.scan_id
                        AND l.business_date > s.business_date)
                """, before));
        scans.addAll(ids("""
                SELECT s.scan_id FROM scan_item s
                WHERE s.business_date >= :before AND EXISTS (SELECT 1 FROM scan_item o
                    WHERE o.scan_id = s.scan_id AND o.business_date < :before)
                """, before));
        scans.addAll(ids("""
                SELECT c.linked_scan_id FROM capture_item c
                WHERE c.business_date >= :before AND (EXISTS (SELECT 1 FROM scan_item o
                        WHERE o.scan_id = c.linked_scan_id AND o.business_date < :before)
                    OR EXISTS (SELECT 1 FROM capture_item o
                        WHERE o.linked_scan_id = c.linked_scan_id AND o.business_date < :before))
                """, before));
        scans.addAll(ids("""
                SELECT c.scan_id FROM capture_item c
                WHERE c.business_date >= :before AND EXISTS (SELECT 1 FROM scan_item o
                    WHERE o.scan_id = c.scan_id AND o.business_date < :before)
                """, before));
        return scans;
    }

    /** The scans that the captures belong to, by their intake rows or by what they say themselves. */
    private List<Long> named(Collection<String> captureIds) {
        return client.sql("""
                        SELECT linked_scan_id FROM capture_item
                        WHERE capture_id = ANY (:captures) AND linked_scan_id IS NOT NULL
                        UNION
                        SELECT scan_id FROM capture_item WHERE capture_id = ANY (:captures) AND scan_id IS NOT NULL
                        """)
                .param("captures", new SqlArrayValue("varchar", captureIds.toArray()))
                .query(Long.class)
                .list();
    }

    private List<String> linked(Collection<Long> scanIds) {
        return client.sql("SELECT capture_id FROM capture_item WHERE linked_scan_id = ANY (:scans)")
                .param("scans", new SqlArrayValue("bigint", scanIds.toArray()))
                .query(String.class)
                .list();
    }

    private List<String> captures(String sql, LocalDate before) {
        return client.sql(sql).param("before", before).query(String.class).list();
    }

    private List<Long> ids(String sql, LocalDate before) {
        return client.sql(sql).param("before", before).query(Long.class).list();
    }
}
