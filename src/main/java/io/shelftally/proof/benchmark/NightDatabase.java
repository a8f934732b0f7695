package io.shelftally.proof.benchmark;

import java.time.Duration;
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

    /** From when to when a step ran, by the clock of this machine and in its zone. */
    record Span(LocalDateTime from, LocalDateTime to) {

        Duration time() {
            return Duration.between(from, to);
        }
    }

    /** Each step, in their order. */
    Map<String, Span> steps() {
        Map<String, Span> steps = new LinkedHashMap<>();
        client.sql("SELECT STEP_NAME, START_TIME, END_TIME FROM BATCH_STEP_EXECUTION ORDER BY STEP_EXECUTION_ID")
                .query((row, number) -> steps.put(
                        row.getString("STEP_NAME"),
                        new Span(
                                row.getObject("START_TIME", LocalDateTime.class),
                                row.getObject("END_TIME", LocalDateTime.class))))
                .list();
        return steps;
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
