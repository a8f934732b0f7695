package io.shelftally.operations.replay;

import io.shelftally.console.NotFoundException;
import io.shelftally.job.output.PublishedNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the history tells of a published night: which there are, and why one may not come out again as it was. */
@Repository
class ReplayHistory {

    private final JdbcClient client;

    ReplayHistory(JdbcClient client) {
        this.client = client;
    }

    /** For one who asked for a night that is not published. */
    NotFoundException notPublished(LocalDate businessDate) {
        return new PublishedNights(client).none(businessDate);
    }

    /** What happened since the export was published and may have changed what its night was made from. */
    List<String> sincePublished(LocalDate businessDate, int exportId) {
        List<String> happened = new ArrayList<>();
        unfinishedRun(businessDate, exportId).ifPresent(happened::add);
        happened.addAll(earlierNights(businessDate, exportId));
        return happened;
    }

    private Optional<String> unfinishedRun(LocalDate businessDate, int exportId) {
        return client.sql("""
                        SELECT r.run_id, r.exit_code FROM run r
                        JOIN export_version v ON v.export_id = :export AND r.started_at > v.published_at
                        WHERE r.run_id = (SELECT MAX(l.run_id) FROM run l WHERE l.business_date = :date)
                            AND (r.exit_code IS NULL OR r.exit_code <> 0)
                        """)
                .param("export", exportId)
                .param("date", businessDate)
                .query((row, number) -> "run " + row.getLong(1) + " of this night began after it was published and did"
                        + " not end well: finish it with jobs/nightly --date " + businessDate)
                .optional();
    }

    private List<String> earlierNights(LocalDate businessDate, int exportId) {
        return client.sql("""
                        SELECT DISTINCT r.business_date FROM run r
                        JOIN export_version v ON v.export_id = :export AND r.started_at > v.published_at
                        WHERE r.business_date < :date ORDER BY r.business_date
                        """)
                .param("export", exportId)
                .param("date", businessDate)
                .query((row, number) -> row.getObject(1, LocalDate.class) + " was run again after this night was"
                        + " published: breaks and late captures begin with what it left")
                .list();
    }
}
