package io.shelftally.proof.benchmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the job's own tables tell about its night, after it has ended. */
final class NightDatabase {

    private final JdbcClient client;

    NightDatabase(String url) {
        this.client = JdbcClient.create(new DriverManagerDataSource(url));
    }

    /** From when to when a step ran. */
    record Span(Instant from, Instant to) {

        Duration time() {
            return Duration.between(from, to);
        }
    }

    /** Each step, in their order. */
    Map<String, Span> steps() {
        Map<String, Span> steps = new LinkedHashMap<>();
        client.sql("SELECT STEP_NAME, START_TIME, END_TIME FROM BATCH_STEP_EXECUTION ORDER BY STEP_EXECUTION_ID")
                .query((row, number) -> steps.put(
                        row.getString("STEP_NAME"), new Span(instant(row, "START_TIME"), instant(row, "END_TIME"))))
                .list();
        return steps;
    }

    /** Batch stores what the clock on the wall shows, in the zone of the night's process. */
    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(NightRun.ZONE);
    }

    /** Calls by vendor, kind and result, such as {@code "PENSA REPORT OK"}. */
    Map<String, Long> calls() {
        Map<String, Long> calls = new LinkedHashMap<>();
        client.sql("""
                        SELECT vendor, call, result, SUM(calls) AS calls FROM call_count
                        GROUP BY vendor, call, result ORDER BY vendor, call, result
                        """)
                .query((row, number) -> calls.put(
                        row.getString("vendor") + " " + row.getString("call") + " " + row.getString("result"),
                        row.getLong("calls")))
                .list();
        return calls;
    }
}
