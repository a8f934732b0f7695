package io.shelftally.night.evidence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores vendor answers in the caller's transaction and gives their bytes back; a body that is known is kept once. */
@Repository
public class EvidenceStore {

    private final NamedParameterJdbcTemplate batches;
    private final JdbcClient client;

    public EvidenceStore(NamedParameterJdbcTemplate batches, JdbcClient client) {
        this.batches = batches;
        this.client = client;
    }

    /** Equal bodies are one before the batch: H2 would not see the one right before (findings/h2-not-exists-in-batch.sh). */
    public void save(LocalDate businessDate, List<EvidenceEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, EvidenceEntry> bodies = new LinkedHashMap<>();
        entries.forEach(entry -> bodies.putIfAbsent(entry.body().sha256(), entry));
        batches.batchUpdate("""
                INSERT INTO evidence_body (sha256, bytes, packed)
                SELECT :sha256, :bytes, :packed
                WHERE NOT EXISTS (SELECT 1 FROM evidence_body WHERE sha256 = :sha256)
                """, rows(businessDate, bodies.values()));
        batches.batchUpdate("""
                INSERT INTO evidence (business_date, vendor, call, subject, at, http_status, sha256)
                VALUES (:businessDate, :vendor, :call, :subject, :at, :httpStatus, :sha256)
                """, rows(businessDate, entries));
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

    private static SqlParameterSource[] rows(LocalDate businessDate, Collection<EvidenceEntry> entries) {
        return entries.stream().map(entry -> parameters(businessDate, entry)).toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource parameters(LocalDate businessDate, EvidenceEntry entry) {
        return new MapSqlParameterSource("businessDate", businessDate)
                .addValue("vendor", entry.vendor())
                .addValue("call", entry.call())
                .addValue("subject", entry.subject())
                .addValue("at", entry.at().atOffset(ZoneOffset.UTC))
                .addValue("httpStatus", entry.httpStatus())
                .addValue("sha256", entry.body().sha256())
                .addValue("bytes", entry.body().length())
                .addValue("packed", entry.body().packed());
    }
}
