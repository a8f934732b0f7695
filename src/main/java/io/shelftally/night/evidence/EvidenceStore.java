package io.shelftally.night.evidence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores vendor answers in the caller's transaction and gives their bytes back; a body that is known is kept once. */
@Repository
public class EvidenceStore {

    private static final int ROWS_PER_BATCH = 1_000;

    private static final String KEEP_BODY = """
            INSERT INTO evidence_body (sha256, bytes, packed)
            SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM evidence_body WHERE sha256 = ?)
            """;

    private static final String KEEP_ENTRY = """
            INSERT INTO evidence (business_date, vendor, call, subject, at, http_status, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcOperations jdbc;
    private final JdbcClient client;

    public EvidenceStore(NamedParameterJdbcTemplate batches, JdbcClient client) {
        this.jdbc = batches.getJdbcOperations();
        this.client = client;
    }

    /** Equal bodies are one before the batch: H2 would not see the one right before (findings/h2-not-exists-in-batch.sh). */
    public void save(LocalDate businessDate, List<EvidenceEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, EvidenceEntry> bodies = new LinkedHashMap<>();
        entries.forEach(entry -> bodies.putIfAbsent(entry.body().sha256(), entry));
        jdbc.batchUpdate(KEEP_BODY, bodies.values(), ROWS_PER_BATCH, (statement, entry) -> {
            EvidenceBody body = entry.body();
            statement.setString(1, body.sha256());
            statement.setLong(2, body.length());
            statement.setBytes(3, body.packed());
            statement.setString(4, body.sha256());
        });
        jdbc.batchUpdate(KEEP_ENTRY, entries, ROWS_PER_BATCH, (statement, entry) -> {
            statement.setObject(1, businessDate);
            statement.setString(2, entry.vendor());
            statement.setString(3, entry.call());
            statement.setString(4, entry.subject());
            statement.setObject(5, entry.at().atOffset(ZoneOffset.UTC));
            statement.setInt(6, entry.httpStatus());
            statement.setString(7, entry.body().sha256());
        });
    }

    /** The bytes of the answer as they came; throws if it is not stored. */
    public byte[] body(String sha256) {
        return EvidenceBody.unpacked(client.sql("SELECT packed FROM evidence_body WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, number) -> row.getBytes(1))
                .single());
    }

    /** The HTTP status that came with these bytes when the subject last got them, up to a night; 0 if that is not on record. */
    public int httpStatus(LocalDate until, String vendor, String subject, String sha256) {
        return client.sql("""
                        SELECT http_status FROM evidence
                        WHERE subject = :subject AND vendor = :vendor AND sha256 = :sha256 AND business_date <= :until
                        ORDER BY at DESC FETCH FIRST 1 ROWS ONLY
                        """)
                .param("subject", subject)
                .param("vendor", vendor)
                .param("sha256", sha256)
                .param("until", until)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
