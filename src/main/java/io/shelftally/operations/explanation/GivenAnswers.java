package io.shelftally.operations.explanation;

import io.shelftally.calls.answers.Json;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.scans.ScanSubjects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
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

    /** The answer that told the status of a scan among many, which is filed under all that it tells of. */
    List<GivenAnswer> status(String sha256, LocalDate until) {
        NavigableSet<Long> scans = scans(sha256);
        if (scans.isEmpty()) {
            return List.of();
        }
        List<GivenAnswer> filed = filed(sha256, List.of(ScanSubjects.of(scans)), until);
        return filed.isEmpty() ? filed(sha256, subjects(scans), until) : filed;
    }

    private List<GivenAnswer> filed(String sha256, Collection<String> subjects, LocalDate until) {
        return about("pensa", subjects, until, Set.of(sha256)).stream()
                .filter(GivenAnswer::decides)
                .limit(1)
                .toList();
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

    private NavigableSet<Long> scans(String sha256) {
        NavigableSet<Long> scans = new TreeSet<>();
        Json.object(evidence.body(sha256))
                .ifPresent(root -> root.path("data")
                        .forEach(item -> Json.positive(item, "id").ifPresent(scans::add)));
        return scans;
    }

    /** If some of the scans were not asked about, or the answer is of a release that filed it under the first asked. */
    private static List<String> subjects(NavigableSet<Long> scans) {
        return scans.stream()
                .limit(BATCH)
                .flatMap(scan -> IntStream.range(0, BATCH).mapToObj(more -> ScanSubjects.of(scan, more)))
                .toList();
    }
}
