package io.shelftally.intake.quarantine;

import io.shelftally.base.text.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table set_aside: what the intake and the vendors' answers of a night put in quarantine, in the caller's transaction. */
@Repository
public class SetAside {

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;

    public SetAside(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.batches = batches;
    }

    /** Adds rows; one whose source and position are there already is passed over. */
    public void add(LocalDate businessDate, List<QuarantineRow> rows) {
        Map<String, QuarantineRow> distinct = new LinkedHashMap<>();
        rows.forEach(row -> distinct.putIfAbsent(row.source() + "\0" + row.position(), row));
        batches.batchUpdate(
                """
                INSERT INTO set_aside (business_date, source, position, column_name, subject_id, code, detail, raw)
                SELECT :businessDate, :source, :position, :column, :subjectId, :code, :detail, :raw
                WHERE NOT EXISTS (SELECT 1 FROM set_aside
                    WHERE business_date = :businessDate AND source = :source AND position = :position)
                """,
                distinct.values().stream()
                        .map(row -> parameters(businessDate, row))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Removes what the intake of an earlier start of the night set aside. */
    public void forgetInputs(LocalDate businessDate) {
        client.sql("DELETE FROM set_aside WHERE business_date = :businessDate AND source NOT LIKE 'pensa:%'")
                .param("businessDate", businessDate)
                .update();
    }

    /** Removes these rows. */
    public void forget(LocalDate businessDate, List<QuarantineRow> rows) {
        batches.batchUpdate(
                """
                DELETE FROM set_aside
                WHERE business_date = :businessDate AND source = :source AND position = :position
                """, rows.stream().map(row -> parameters(businessDate, row)).toArray(SqlParameterSource[]::new));
    }

    /** Keeps the columns of a list, by which its rows can be judged again. */
    public void header(LocalDate businessDate, String source, String header) {
        client.sql("DELETE FROM set_aside_header WHERE business_date = :businessDate AND source = :source")
                .param("businessDate", businessDate)
                .param("source", source)
                .update();
        client.sql("""
                        INSERT INTO set_aside_header (business_date, source, header)
                        VALUES (:businessDate, :source, :header)
                        """)
                .param("businessDate", businessDate)
                .param("source", source)
                .param("header", StoredText.of(header))
                .update();
    }

    /** The columns of the list as it came; empty if they were not kept. */
    public Optional<String> header(LocalDate businessDate, String source) {
        return client.sql(
                        "SELECT header FROM set_aside_header WHERE business_date = :businessDate AND source = :source")
                .param("businessDate", businessDate)
                .param("source", source)
                .query(String.class)
                .optional();
    }

    public List<QuarantineRow> of(LocalDate businessDate) {
        return client.sql("SELECT * FROM set_aside WHERE business_date = :businessDate")
                .param("businessDate", businessDate)
                .query(SetAside::row)
                .list();
    }

    private static SqlParameterSource parameters(LocalDate businessDate, QuarantineRow row) {
        return new MapSqlParameterSource("businessDate", businessDate)
                .addValue("source", row.source())
                .addValue("position", row.position())
                .addValue("column", row.column())
                .addValue("subjectId", row.subjectId())
                .addValue("code", row.code().name())
                .addValue("detail", StoredText.of(row.detail()))
                .addValue("raw", StoredText.of(row.raw()));
    }

    private static QuarantineRow row(ResultSet row, int number) throws SQLException {
        return new QuarantineRow(
                row.getString("source"),
                row.getString("position"),
                row.getString("column_name"),
                row.getString("subject_id"),
                QuarantineCode.valueOf(row.getString("code")),
                row.getString("detail"),
                row.getString("raw"));
    }
}
