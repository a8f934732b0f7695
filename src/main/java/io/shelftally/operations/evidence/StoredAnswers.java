package io.shelftally.operations.evidence;

import io.shelftally.console.NotFoundException;
import io.shelftally.night.evidence.EvidenceStore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds a stored answer by its hash, or by the beginning of it. */
@Repository
public class StoredAnswers {

    private static final int HASH_LENGTH = 64;

    /** That many hashes are named where several begin alike. */
    private static final int MOST_NAMED = 3;

    private final JdbcClient client;
    private final EvidenceStore evidence;

    public StoredAnswers(JdbcClient client, EvidenceStore evidence) {
        this.client = client;
        this.evidence = evidence;
    }

    /**
     * The answer whose hash begins so; throws {@link NotFoundException} if none does, or more than one.
     *
     * @param beginning hex digits in lower case, at most 64
     */
    public StoredAnswer find(String beginning) {
        List<String> found = hashes(beginning);
        if (found.isEmpty()) {
            throw new NotFoundException("no stored answer has a SHA-256 that begins with " + beginning
                    + "; jobs/shelftally explain lists those behind a row, and prune deletes those of old nights");
        }
        if (found.size() > 1) {
            throw new NotFoundException("more than one stored answer has a SHA-256 that begins with " + beginning
                    + "; give more of its digits: " + named(found));
        }
        String sha256 = found.get(0);
        return new StoredAnswer(sha256, evidence.body(sha256), () -> timesItCame(sha256));
    }

    /** As a range, so that the primary key finds them. */
    private List<String> hashes(String beginning) {
        int open = HASH_LENGTH - beginning.length();
        return client.sql("""
                        SELECT sha256 FROM evidence_body WHERE sha256 BETWEEN :least AND :most
                        ORDER BY sha256 FETCH FIRST :number ROWS ONLY
                        """)
                .param("least", beginning + "0".repeat(open))
                .param("most", beginning + "f".repeat(open))
                .param("number", MOST_NAMED + 1)
                .query(String.class)
                .list();
    }

    private static String named(List<String> found) {
        String first = found.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return found.size() > MOST_NAMED ? first + " ..." : first;
    }

    private List<StoredAnswer.Call> timesItCame(String sha256) {
        return client.sql("""
                        SELECT business_date, vendor, call, subject, at, http_status FROM evidence
                        WHERE sha256 = :sha256 ORDER BY at, vendor, subject, call
                        """)
                .param("sha256", sha256)
                .query((row, number) -> new StoredAnswer.Call(
                        row.getString("vendor"),
                        row.getString("call"),
                        row.getString("subject"),
                        row.getObject("business_date", LocalDate.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("http_status")))
                .list();
    }
}
