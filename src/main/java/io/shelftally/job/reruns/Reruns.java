package io.shelftally.job.reruns;

import io.shelftally.intake.selection.Selection;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.night.captures.CaptureReruns;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.scans.ScanReruns;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rerun of a night that is under way, if one is. It begins in one transaction: what is selected, what is asked again and
 * that it has begun stand in the tables, so that a rerun that died goes on where it ended when it is started again.
 */
@Component
public class Reruns {

    private final CaptureReruns captures;
    private final ScanReruns scans;
    private final MendedRows mended;
    private final NightWrites writes;
    private final JdbcClient client;

    Reruns(CaptureReruns captures, ScanReruns scans, MendedRows mended, NightWrites writes, JdbcClient client) {
        this.captures = captures;
        this.scans = scans;
        this.mended = mended;
        this.writes = writes;
        this.client = client;
    }

    /** Begins the rerun, or leaves everything as it is if it has begun already and not come to its end. */
    public void begin(LocalDate businessDate, Selection selection) {
        String fingerprint = selection.fingerprint();
        writes.run(() -> {
            if (!underWay(businessDate).equals(Optional.of(fingerprint))) {
                end(businessDate);
                mended.take(businessDate);
                Set<Long> withVerdict = scansWith(businessDate, selection.verdicts());
                captures.begin(businessDate, selection, withVerdict);
                scans.begin(businessDate, selection, withVerdict);
                note(businessDate, fingerprint);
            }
        });
    }

    /** From here on a run looks at everything. To be called in a transaction. */
    public void end(LocalDate businessDate) {
        captures.end(businessDate);
        scans.end(businessDate);
        client.sql("DELETE FROM night_rerun WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .update();
    }

    /** The scans that have a row with one of the verdicts in what is published of the night. */
    private Set<Long> scansWith(LocalDate businessDate, Set<Verdict> verdicts) {
        return verdicts.isEmpty()
                ? Set.of()
                : Set.copyOf(client.sql("""
                        SELECT DISTINCT s.scan_id FROM export_version v
                        JOIN reconciled_block s ON s.export_id = v.export_id
                        JOIN block_position p ON p.position <= s.row_count
                        JOIN reconciled_item_row r ON r.row_id = s.row_ids[p.position]
                        WHERE v.published_date = :businessDate AND r.verdict IN (:verdicts)
                        """)
                        .param("businessDate", businessDate)
                        .param("verdicts", verdicts.stream().map(Verdict::name).toList())
                        .query(Long.class)
                        .list());
    }

    private Optional<String> underWay(LocalDate businessDate) {
        return client.sql("SELECT selection FROM night_rerun WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .query(String.class)
                .optional();
    }

    private void note(LocalDate businessDate, String fingerprint) {
        client.sql("INSERT INTO night_rerun (business_date, selection) VALUES (:businessDate, :fingerprint)")
                .param("businessDate", businessDate)
                .param("fingerprint", fingerprint)
                .update();
    }
}
