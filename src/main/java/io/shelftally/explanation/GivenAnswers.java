package io.shelftally.explanation;

import io.shelftally.evidence.EvidenceStore;
import io.shelftally.vendor.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Finds the answers behind a result by their index, which is the id that was asked about. */
@Repository
class GivenAnswers {

    /** As many scans as one call is ever asked about by default (shelftally.pensa.status-batch). */
    private static final int BATCH = 100;

    private final JdbcClient client;
    private final EvidenceStore evidence;

    GivenAnswers(JdbcClient client, EvidenceStore evidence) {
        this.client = client;
        this.evidence = evidence;
    }

    /**
     * The answers to questions about these ids alone, up to a night, in the order in which they came.
     *
     * @param deciding the hashes of those that results are computed from
     */
    List<GivenAnswer> about(String vendor, Collection<String> subjects, LocalDate until, Set<String> deciding) {
        return client.sql("""
                        SELECT e.vendor, e.call, e.subject, e.at, e.http_status, e.sha256, b.bytes
                        FROM evidence e JOIN evidence_body b ON b.sha256 = e.sha256
                        WHERE e.subject = ANY (:subjects) AND e.vendor = :vendor AND e.business_date <= :until
                        ORDER BY e.at, e.subject, e.call
                        """)
                .param("subjects", new SqlArrayValue("varchar", subjects.toArray()))
                .param("vendor", vendor)
                .param("until", until)
                .query((row, number) -> answer(row, deciding))
                .list();
    }

    /** The answer that told the status of a scan among many; it was filed under the first that was asked about. */
    List<GivenAnswer> status(String sha256, LocalDate until) {
        List<GivenAnswer> filed = about("pensa", subjects(sha256), until, Set.of(sha256)).stream()
                .filter(GivenAnswer::decides)
                .limit(1)
                .toList();
        return filed.isEmpty() ? withHash(sha256, until) : filed;
    }

    /** Looks through all answers: the first that was asked about is not always in the answer. */
    private List<GivenAnswer> withHash(String sha256, LocalDate until) {
        return client.sql("""
                        SELECT e.vendor, e.call, e.subject, e.at, e.http_status, e.sha256, b.bytes
                        FROM evidence e JOIN evidence_body b ON b.sha256 = e.sha256
                        WHERE e.sha256 = :sha256 AND e.business_date <= :until
                        ORDER BY e.at FETCH FIRST 1 ROWS ONLY
                        """)
                .param("sha256", sha256)
                .param("until", until)
                .query((row, number) -> answer(row, Set.of(sha256)))
                .list();
    }

    private static GivenAnswer answer(ResultSet row, Set<String> deciding) throws SQLException {
        return new GivenAnswer(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant().toString(),
                row.getInt(5),
                row.getString(6),
                row.getLong(7),
                deciding.contains(row.getString(6)));
    }

    private Set<String> subjects(String sha256) {
        List<Long> ids = new ArrayList<>();
        Json.object(evidence.body(sha256))
                .ifPresent(root -> root.path("data")
                        .forEach(item -> Json.positive(item, "id").ifPresent(ids::add)));
        Set<String> subjects = new TreeSet<>();
        for (long id : ids) {
            subjects.add(Long.toString(id));
            for (int more = Math.max(1, ids.size() - 1); more < Math.max(BATCH, ids.size()); more++) {
                subjects.add(id + " +" + more);
            }
        }
        return subjects;
    }
}
