package io.shelftally.operations.retention;

import io.shelftally.base.lists.Portions;
import io.shelftally.operations.deletion.DeletionWrites;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Deletes what is remembered of old nights' runs: call counts, quarantine, Batch's tables, and the runs themselves, but the
 * latest, whose number the next one counts on from. Batch's go before the runs, which tell how many of a night's attempts
 * Batch has completed.
 */
@Repository
class PrunedHistory {

    private static final int EXECUTIONS_AT_ONCE = 200;

    private static final List<OfNights> TABLES = List.of(
            new OfNights(
                    "call_count",
                    "SELECT business_date FROM call_count WHERE business_date < :before",
                    "DELETE FROM call_count WHERE business_date = :night"),
            new OfNights(
                    "set_aside",
                    "SELECT business_date FROM set_aside WHERE business_date < :before",
                    "DELETE FROM set_aside WHERE business_date = :night"),
            new OfNights(
                    "set_aside_header",
                    "SELECT business_date FROM set_aside_header WHERE business_date < :before",
                    "DELETE FROM set_aside_header WHERE business_date = :night"),
            new OfNights(
                    "quarantine_decision",
                    "SELECT business_date FROM quarantine_decision WHERE business_date < :before",
                    "DELETE FROM quarantine_decision WHERE business_date = :night"),
            new OfNights(
                    "night_input",
                    "SELECT business_date FROM night_input WHERE business_date < :before",
                    "DELETE FROM night_input WHERE business_date = :night"),
            new OfNights(
                    "night_rerun",
                    "SELECT business_date FROM night_rerun WHERE business_date < :before",
                    "DELETE FROM night_rerun WHERE business_date = :night"),
            new OfNights(
                    "collection",
                    "SELECT business_date FROM collection WHERE business_date < :before",
                    "DELETE FROM collection WHERE business_date = :night"),
            new OfNights(
                    "run_worker",
                    "SELECT business_date FROM run_worker WHERE business_date < :before",
                    "DELETE FROM run_worker WHERE business_date = :night"));

    private static final String EXECUTIONS = """
            SELECT e.job_execution_id, e.job_instance_id FROM batch_job_execution e
            JOIN batch_job_execution_params p ON p.job_execution_id = e.job_execution_id
            WHERE p.parameter_name = 'businessDate' AND p.parameter_value < :before
            ORDER BY e.job_execution_id
            """;

    /** In the order of their foreign keys; the last for instances of which no execution is left. */
    private static final List<String> DELETIONS = List.of(
            """
            DELETE FROM batch_step_execution_context WHERE step_execution_id IN
                (SELECT step_execution_id FROM batch_step_execution WHERE job_execution_id IN (:executions))
            """,
            "DELETE FROM batch_step_execution WHERE job_execution_id IN (:executions)",
            "DELETE FROM batch_job_execution_context WHERE job_execution_id IN (:executions)",
            "DELETE FROM batch_job_execution_params WHERE job_execution_id IN (:executions)",
            "DELETE FROM batch_job_execution WHERE job_execution_id IN (:executions)",
            """
            DELETE FROM batch_job_instance WHERE job_instance_id IN (:instances) AND NOT EXISTS
                (SELECT 1 FROM batch_job_execution e WHERE e.job_instance_id = batch_job_instance.job_instance_id)
            """);

    private final JdbcClient client;
    private final DeletionWrites writes;

    PrunedHistory(JdbcClient client, DeletionWrites writes) {
        this.client = client;
        this.writes = writes;
    }

    private record Execution(long id, long instance) {}

    /** A table whose rows go with their night. */
    private record OfNights(String name, String select, String delete) {}

    /** The rows that went, by table; one of Batch's tables stands for all of them. */
    Map<String, Long> delete(LocalDate before) {
        Map<String, Long> rows = new LinkedHashMap<>();
        TABLES.forEach(table -> rows.put(table.name(), eachNight(table.select(), table.delete(), before)));
        rows.put("batch_job_execution", executions(before));
        rows.put("run", eachNight("""
                        SELECT business_date FROM run
                        WHERE business_date < :before AND run_id < (SELECT MAX(run_id) FROM run)
                        """, """
                        DELETE FROM run
                        WHERE business_date = :night AND run_id < (SELECT MAX(latest.run_id) FROM run latest)
                        """, before));
        return rows;
    }

    private long eachNight(String select, String delete, LocalDate before) {
        List<LocalDate> rows = client.sql(select)
                .param("before", before)
                .query(LocalDate.class)
                .list();
        rows.stream()
                .distinct()
                .sorted()
                .forEach(night -> writes.run(
                        () -> client.sql(delete).param("night", night).update()));
        return rows.size();
    }

    private long executions(LocalDate before) {
        List<Execution> all = client.sql(EXECUTIONS)
                .param("before", before.toString())
                .query((row, number) -> new Execution(row.getLong(1), row.getLong(2)))
                .list();
        Portions.of(all, EXECUTIONS_AT_ONCE).forEach(this::delete);
        return all.size();
    }

    private void delete(List<Execution> few) {
        Map<String, Object> ids = Map.of(
                "executions", few.stream().map(Execution::id).toList(),
                "instances", few.stream().map(Execution::instance).toList());
        writes.run(
                () -> DELETIONS.forEach(delete -> client.sql(delete).params(ids).update()));
    }
}
