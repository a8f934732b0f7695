package io.shelftally.intake.quarantine;

import io.shelftally.base.text.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table quarantine_decision, in the caller's transaction. */
@Repository
public class QuarantineDecisions {

    private final JdbcClient client;

    public QuarantineDecisions(JdbcClient client) {
        this.client = client;
    }

    /** All of a night. */
    public List<QuarantineDecision> of(LocalDate businessDate) {
        return client.sql("SELECT * FROM quarantine_decision WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .query(QuarantineDecisions::decision)
                .list();
    }

    /** Takes the place of what was decided about the row before. */
    public void decide(LocalDate businessDate, QuarantineDecision decision) {
        QuarantineRow row = decision.row();
        client.sql("""
                        DELETE FROM quarantine_decision
                        WHERE business_date = :businessDate AND source = :source AND position = :position
                        """)
                .param("businessDate", businessDate)
                .param("source", row.source())
                .param("position", row.position())
                .update();
        client.sql("""
                        INSERT INTO quarantine_decision (business_date, source, position, raw, code, detail, decision,
                            mended, note, decided_at)
                        VALUES (:businessDate, :source, :position, :raw, :code, :detail, :decision, :mended, :note,
                            :decidedAt)
                        """)
                .param("businessDate", businessDate)
                .param("source", row.source())
                .param("position", row.position())
                .param("raw", StoredText.of(row.raw()))
                .param("code", row.code().name())
                .param("detail", StoredText.of(row.detail()))
                .param("decision", decision.kind().name())
                .param("mended", StoredText.ofNullable(decision.mended()), Types.VARCHAR)
                .param("note", StoredText.ofNullable(decision.note()), Types.VARCHAR)
                .param("decidedAt", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static QuarantineDecision decision(ResultSet row, int number) throws SQLException {
        return new QuarantineDecision(
                new QuarantineRow(
                        row.getString("source"),
                        row.getString("position"),
                        null,
                        null,
                        QuarantineCode.valueOf(row.getString("code")),
                        row.getString("detail"),
                        row.getString("raw")),
                QuarantineDecision.Kind.valueOf(row.getString("decision")),
                row.getString("mended"),
                row.getString("note"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
