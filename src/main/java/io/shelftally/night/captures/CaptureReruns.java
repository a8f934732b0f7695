package io.shelftally.night.captures;

import io.shelftally.intake.selection.Candidate;
import io.shelftally.intake.selection.Selection;
import io.shelftally.matching.reconciliation.CaptureOutcome;
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
 * The table capture_item in a rerun of a night, which looks at some of its captures; in the caller's transaction. Which of
 * them it chooses and how they are asked again rests on columns that scans have not; the rest is {@link SelectedItems}.
 */
@Repository
public class CaptureReruns {

    /** The selected captures that were called about in this run, those of them that were answered, and those that wait. */
    public record Coverage(long asked, long answered, long deferred) {}

    private static final String CANDIDATES = """
            SELECT capture_id, linked_scan_id, ending, COALESCE(outcome, 'IN_PROGRESS') AS outcome,
                COALESCE(store_id,
                    (SELECT s.store_id FROM scan_item s
                     WHERE s.scan_id = capture_item.linked_scan_id AND s.business_date <= :businessDate
                     ORDER BY s.business_date DESC FETCH FIRST 1 ROWS ONLY)) AS store
            FROM capture_item WHERE business_date = :businessDate
            """;

    private final JdbcClient client;
    private final SelectedItems<String> selected;

    CaptureReruns(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.selected = new SelectedItems<>(client, batches, ItemTable.CAPTURES);
    }

    /**
     * Selects captures, and gets those that are not settled ready to be asked again, each with all its retries. What a later
     * night has settled is taken from there.
     *
     * @param withVerdict the scans that have a row with a verdict of the selection
     */
    public void begin(LocalDate businessDate, Selection selection, Set<Long> withVerdict) {
        selected.selectAll(businessDate);
        selected.select(
                businessDate,
                CANDIDATES,
                (row, number) -> candidate(row),
                Candidate::captureId,
                capture -> selection.selects(capture, withVerdict));
        takeFromLaterNights(businessDate);
        askAgain(businessDate);
    }

    /** Every capture is selected from here on, and what got no definite answer is as settled as it was before. */
    public void end(LocalDate businessDate) {
        selected.selectAll(businessDate);
    }

    public Coverage coverage(LocalDate businessDate) {
        return client.sql("""
                        SELECT COUNT(CASE WHEN asked_in_run AND (answered_in_run OR NOT deferred) THEN 1 END),
                            COUNT(CASE WHEN answered_in_run THEN 1 END),
                            COUNT(CASE WHEN phase <> 'DONE' AND NOT asked_in_run THEN 1 END)
                        FROM capture_item WHERE business_date = :businessDate AND selected
                        """)
                .param("businessDate", businessDate)
                .query((row, number) -> new Coverage(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** The selected captures by their outcomes before the rerun. */
    public Map<CaptureOutcome, Long> outcomes(LocalDate businessDate) {
        return selected.outcomes(businessDate, CaptureOutcome.class);
    }

    /** Those of the ids that no night of the span has. */
    public Set<String> unknown(LocalDate from, LocalDate to, Set<String> captureIds) {
        return selected.unknown(from, to, captureIds);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        Optional<CaptureEnding> ending =
                Optional.ofNullable(row.getString("ending")).map(CaptureEnding::valueOf);
        return new Candidate(
                Optional.of(row.getString("capture_id")),
                Optional.ofNullable(row.getObject("linked_scan_id", Long.class)),
                ending.filter(how -> how != CaptureEnding.SETTLED).isPresent(),
                ending.isEmpty(),
                row.getString("outcome"),
                row.getString("store"));
    }

    private void takeFromLaterNights(LocalDate businessDate) {
        client.sql("""
                        UPDATE capture_item
                        SET phase = 'DONE', ending = 'SETTLED', answered = asked, deferred = FALSE, error_sha256 = NULL,
                            answer_sha256 =
                                (SELECT l.answer_sha256 FROM capture_item l
                                 WHERE l.capture_id = capture_item.capture_id AND l.business_date > :businessDate
                                    AND l.ending = 'SETTLED'
                                 ORDER BY l.business_date FETCH FIRST 1 ROWS ONLY)
                        WHERE business_date = :businessDate AND selected AND (ending IS NULL OR ending <> 'SETTLED')
                            AND EXISTS (SELECT 1 FROM capture_item l
                                WHERE l.capture_id = capture_item.capture_id AND l.business_date > :businessDate
                                    AND l.ending = 'SETTLED')
                        """).param("businessDate", businessDate).update();
    }

    private void askAgain(LocalDate businessDate) {
        client.sql("""
                        UPDATE capture_item
                        SET phase = CASE WHEN phase IN ('RETRY', 'LOST_RETRY') THEN phase ELSE 'READ' END,
                            retries_before = CASE WHEN retries > 0 THEN retries ELSE retries_before END, retries = 0
                        WHERE business_date = :businessDate AND selected AND (ending IS NULL OR ending <> 'SETTLED')
                        """).param("businessDate", businessDate).update();
    }
}
