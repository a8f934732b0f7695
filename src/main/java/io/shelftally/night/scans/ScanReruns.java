package io.shelftally.night.scans;

import io.shelftally.intake.selection.Candidate;
import io.shelftally.intake.selection.Selection;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.night.items.ItemTable;
import io.shelftally.night.items.SelectedItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table scan_item in a rerun of a night, which looks at some of its scans; in the caller's transaction. Which of them it
 * chooses and how they are asked again rests on columns that captures have not; the rest is {@link SelectedItems}.
 */
@Repository
public class ScanReruns {

    /** The selected scans that were asked about in this run, and those of them that were answered. */
    public record Coverage(long asked, long answered) {}

    private static final String CANDIDATES = "SELECT * FROM scan_item WHERE business_date = :businessDate";

    private final JdbcClient client;
    private final SelectedItems<Long> selected;

    ScanReruns(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.selected = new SelectedItems<>(client, batches, ItemTable.SCANS);
    }

    /**
     * Selects scans, and gets those that ended badly ready to be asked about again. What a later night has reported is taken
     * from there. A scan that earlier reruns have taken in for a late capture goes, and comes again when captures are linked.
     *
     * @param withVerdict the scans that have a row with a verdict of the selection
     */
    public void begin(LocalDate businessDate, Selection selection, Set<Long> withVerdict) {
        selected.selectAll(businessDate);
        client.sql("DELETE FROM scan_item WHERE business_date = :businessDate AND reopened")
                .param("businessDate", businessDate)
                .update();
        selected.select(
                businessDate,
                CANDIDATES,
                (row, number) -> candidate(row),
                Candidate::scanId,
                scan -> selection.selects(scan, withVerdict));
        takeFromLaterNights(businessDate);
        askAgain(businessDate);
    }

    /** Every scan is selected from here on, and what got no definite answer is as settled as it was before. */
    public void end(LocalDate businessDate) {
        selected.selectAll(businessDate);
    }

    public Coverage coverage(LocalDate businessDate) {
        return client.sql("""
                        SELECT COUNT(CASE WHEN asked_in_run THEN 1 END), COUNT(CASE WHEN answered_in_run THEN 1 END)
                        FROM scan_item WHERE business_date = :businessDate AND selected AND NOT reopened
                        """)
                .param("businessDate", businessDate)
                .query((row, number) -> new Coverage(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** The selected scans by their outcomes before the rerun. */
    public Map<ScanOutcome, Long> outcomes(LocalDate businessDate) {
        return selected.outcomes(businessDate, ScanOutcome.class);
    }

    /** Those of the ids that no night of the span has. */
    public Set<Long> unknown(LocalDate from, LocalDate to, Set<Long> scanIds) {
        return selected.unknown(from, to, scanIds);
    }

    /** A scan that is unknown to the vendor is both open and failed. */
    private static Candidate candidate(ResultSet row) throws SQLException {
        ScanOfNight scan = ScanOfNight.read(row, 0);
        boolean hasFailed = scan.ending()
                .map(how -> how != ScanEnding.REPORTED)
                .orElseGet(() -> scan.outcome() == ScanOutcome.UNKNOWN_SCAN);
        return new Candidate(
                Optional.empty(),
                Optional.of(scan.scanId()),
                hasFailed,
                scan.ending().isEmpty(),
                Optional.ofNullable(row.getString("outcome")).orElse(ScanOutcome.IN_PROGRESS.name()),
                scan.storeId());
    }

    private void takeFromLaterNights(LocalDate businessDate) {
        client.sql("""
                        UPDATE scan_item
                        SET phase = 'DONE', ending = 'REPORTED', answered = asked,
                            status_sha256 =
                                (SELECT l.status_sha256 FROM scan_item l
                                 WHERE l.scan_id = scan_item.scan_id AND l.business_date > :businessDate
                                    AND l.ending = 'REPORTED'
                                 ORDER BY l.business_date FETCH FIRST 1 ROWS ONLY),
                            report_sha256 =
                                (SELECT l.report_sha256 FROM scan_item l
                                 WHERE l.scan_id = scan_item.scan_id AND l.business_date > :businessDate
                                    AND l.ending = 'REPORTED'
                                 ORDER BY l.business_date FETCH FIRST 1 ROWS ONLY)
                        WHERE business_date = :businessDate AND selected AND (ending IS NULL OR ending <> 'REPORTED')
                            AND EXISTS (SELECT 1 FROM scan_item l
                                WHERE l.scan_id = scan_item.scan_id AND l.business_date > :businessDate
                                    AND l.ending = 'REPORTED')
                        """).param("businessDate", businessDate).update();
    }

    private void askAgain(LocalDate businessDate) {
        client.sql("""
                        UPDATE scan_item SET phase = CASE WHEN ending = 'FAILED' THEN 'STATUS' ELSE 'REPORT' END
                        WHERE business_date = :businessDate AND selected AND ending IN ('FAILED', 'REJECTED')
                        """).param("businessDate", businessDate).update();
    }
}
