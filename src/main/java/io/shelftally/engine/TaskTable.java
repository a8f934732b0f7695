package io.shelftally.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the engine's tasks is asked in SQL; in the caller's transaction, where there is one. */
public final class TaskTable {

    private final JdbcClient client;

    public TaskTable(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /**
     * Whether the task is still in the hands of whoever has the fence; if so, nobody is given it until the transaction ends.
     * To be asked right before the commit. A beat waits for that long, and others who ask do not.
     */
    public boolean lockIfHeld(Fence fence) {
        return client.sql("""
                        SELECT version FROM scheduled_tasks
                        WHERE task_name = :kind AND task_instance = :instance AND version = :version AND picked FOR SHARE
                        """)
                .param("kind", fence.kind())
                .param("instance", fence.instance())
                .param("version", fence.version())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Schedules tasks without data, the first before the second, but for those that are there: all, or none if the process dies.
     * Their versions begin at the time in microseconds. So a task that is taken away and made anew never comes to a version that
     * it had before: whoever slept over it would take the task of another for its own.
     */
    public void scheduleAll(String kind, List<String> instances, Instant at) {
        client.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        SELECT :kind, instance, :at + place * INTERVAL '1 microsecond', FALSE,
                            CAST(EXTRACT(EPOCH FROM CLOCK_TIMESTAMP()) * 1000000 AS BIGINT)
                        FROM UNNEST(CAST(:instances AS VARCHAR ARRAY)) WITH ORDINALITY AS task(instance, place)
                        ON CONFLICT DO NOTHING
                        """)
                .param("kind", kind)
                .param("instances", instances.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The tasks of the kind, in hand or not. */
    public List<String> instances(String kind) {
        return client.sql("SELECT task_instance FROM scheduled_tasks WHERE task_name = :kind ORDER BY task_instance")
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    /** Takes a task away, unless somebody has it in hand. */
    public void removeIdle(String kind, String instance) {
        client.sql("""
                        DELETE FROM scheduled_tasks
                        WHERE task_name = :kind AND task_instance = :instance AND NOT picked
                        """).param("kind", kind).param("instance", instance).update();
    }

    /** Takes all tasks of the kind away; whoever has one in hand learns from its fence that it is not its own any more. */
    public void removeAll(String kind) {
        client.sql("DELETE FROM scheduled_tasks WHERE task_name = :kind")
                .param("kind", kind)
                .update();
    }

    /** What is left of the tasks of the kind whose instance begins so. */
    public TasksLeft left(String kind, String beginning) {
        return client.sql("""
                        SELECT COUNT(*) > 0, COALESCE(BOOL_AND(picked), FALSE) FROM scheduled_tasks
                        WHERE task_name = :kind AND SUBSTRING(task_instance FROM 1 FOR :length) = :beginning
                        """)
                .param("kind", kind)
                .param("beginning", beginning)
                .param("length", beginning.length())
                .query((row, number) -> new TasksLeft(row.getBoolean(1), row.getBoolean(2)))
                .single();
    }
}
