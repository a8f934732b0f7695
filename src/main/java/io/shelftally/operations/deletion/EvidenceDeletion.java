package io.shelftally.operations.deletion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Deletes the answers of nights that go, but those of items that stay and those that an item still refers to; then the
 * bodies that nothing refers to.
 */
@Repository
public class EvidenceDeletion {

    private static final int AT_ONCE = 2000;

    private final JdbcClient client;
    private final Streams streams;
    private final DeletionWrites writes;

    EvidenceDeletion(JdbcClient client, Streams streams, DeletionWrites writes) {
        this.client = client;
        this.streams = streams;
        this.writes = writes;
    }

    /** One vendor's answers of one night that go. */
    private record Night(LocalDate date, String vendor) {}

    private record Gone(Set<String> subjects, Set<String> hashes) {}

    private long rows;
    private int waiting;

    /** What the items that stay refer to, whether or not the others are deleted by now. */
    public References referredTo(Staying staying) {
        References references = new References();
        streams.forEach("SELECT business_date, capture_id, answer_sha256, error_sha256 FROM capture_item", row -> {
            if (staying.night(date(row)) || staying.capture(row.getString(2))) {
                add(references, row.getString(3));
                add(references, row.getString(4));
            }
        });
        streams.forEach("SELECT business_date, scan_id, status_sha256, report_sha256 FROM scan_item", row -> {
            if (staying.night(date(row)) || staying.scan(row.getLong(2))) {
                add(references, row.getString(3));
                add(references, row.getString(4));
            }
        });
        return references;
    }

    /** Deletes answers; those that stay are added to the references. */
    public long answers(Staying staying, References references) {
        rows = 0;
        Map<Night, Gone> gone = new HashMap<>();
        References ofAnswers = new References();
        streams.forEach("SELECT business_date, vendor, subject, sha256 FROM evidence", row -> {
            String sha256 = row.getString(4);
            if (staying.night(date(row))
                    || stays(row.getString(2), row.getString(3), staying)
                    || references.contains(sha256)) {
                ofAnswers.add(sha256);
            } else {
                rows++;
                Gone those = gone.computeIfAbsent(
                        new Night(date(row), row.getString(2)), night -> new Gone(new HashSet<>(), new HashSet<>()));
                those.subjects().add(row.getString(3));
                those.hashes().add(sha256);
                if (++waiting >= AT_ONCE) {
                    delete(gone);
                }
            }
        });
        delete(gone);
        references.addAll(ofAnswers);
        return rows;
    }

    /** Deletes the bodies that are not referred to. */
    public long bodies(References references) {
        long bodies = 0;
        List<String> page = bodiesAfter("");
        while (!page.isEmpty()) {
            List<String> gone =
                    page.stream().filter(sha256 -> !references.contains(sha256)).toList();
            writes.run(() -> client.sql("DELETE FROM evidence_body WHERE sha256 = ANY (:gone)")
                    .param("gone", new SqlArrayValue("varchar", gone.toArray()))
                    .update());
            bodies += gone.size();
            page = bodiesAfter(page.get(page.size() - 1));
        }
        return bodies;
    }

    private List<String> bodiesAfter(String sha256) {
        return client.sql("""
                        SELECT sha256 FROM evidence_body WHERE sha256 > :after
                        ORDER BY sha256 FETCH FIRST :page ROWS ONLY
                        """)
                .param("after", sha256)
                .param("page", AT_ONCE)
                .query(String.class)
                .list();
    }

    /** A row goes if both its subject and its hash do: neither is that of a row that stays. */
    private void delete(Map<Night, Gone> gone) {
        writes.run(() -> gone.forEach((night, those) -> client.sql("""
                                DELETE FROM evidence
                                WHERE business_date = :date AND vendor = :vendor AND subject = ANY (:subjects)
                                    AND sha256 = ANY (:hashes)
                                """)
                .param("date", night.date())
                .param("vendor", night.vendor())
                .param("subjects", new SqlArrayValue("varchar", those.subjects().toArray()))
                .param("hashes", new SqlArrayValue("varchar", those.hashes().toArray()))
                .update()));
        gone.clear();
        waiting = 0;
    }

    /** Of an answer that speaks of several scans the subject is the first and their number. */
    private static boolean stays(String vendor, String subject, Staying staying) {
        return vendor.equals("closient")
                ? staying.capture(subject)
                : subject.matches("[0-9]{1,18}") && staying.scan(Long.parseLong(subject));
    }

    private static LocalDate date(ResultSet row) throws SQLException {
        return row.getObject(1, LocalDate.class);
    }

    private static void add(References references, @Nullable String sha256) {
        if (sha256 != null) {
            references.add(sha256);
        }
    }
}
