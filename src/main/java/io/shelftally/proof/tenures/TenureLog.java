package io.shelftally.proof.tenures;

import io.shelftally.proof.tenures.Tenures.Change;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps, in a schema of its own, each change of a task's holder, and the names that processes go by: triggers write it down in the
 * transactions that make the changes. Signs of life are no changes.
 */
public final class TenureLog {

    private static final List<String> TABLES = List.of(
            "CREATE SCHEMA watch",
            """
            CREATE TABLE watch.change (
                number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                at      TIMESTAMP WITH TIME ZONE NOT NULL,
                task    TEXT NOT NULL,
                holder  TEXT NOT NULL,
                version BIGINT NOT NULL
            )
            """,
            "CREATE TABLE watch.member (name TEXT NOT NULL, pid BIGINT NOT NULL, at TIMESTAMP WITH TIME ZONE NOT NULL)",
            """
            CREATE FUNCTION watch.task() RETURNS TRIGGER LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP = 'DELETE' THEN
                    INSERT INTO watch.change (at, task, holder, version)
                    VALUES (CLOCK_TIMESTAMP(), OLD.task_name || ' ' || OLD.task_instance, '', OLD.version);
                ELSE
                    INSERT INTO watch.change (at, task, holder, version)
                    VALUES (CLOCK_TIMESTAMP(), NEW.task_name || ' ' || NEW.task_instance,
                        CASE WHEN NEW.picked THEN COALESCE(NEW.picked_by, 'unknown') ELSE '' END, NEW.version);
                END IF;
                RETURN NULL;
            END $$
            """,
            """
            CREATE FUNCTION watch.member() RETURNS TRIGGER LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO watch.member (name, pid, at) VALUES (NEW.name, NEW.pid, CLOCK_TIMESTAMP());
                RETURN NULL;
            END $$
            """,
            """
            CREATE TRIGGER watch AFTER INSERT OR DELETE OR UPDATE OF picked, picked_by, version ON scheduled_tasks
            FOR EACH ROW EXECUTE FUNCTION watch.task()
            """,
            "CREATE TRIGGER watch AFTER INSERT ON engine_member FOR EACH ROW EXECUTE FUNCTION watch.member()");

    private final JdbcClient client;

    public TenureLog(JdbcClient client) {
        this.client = client;
    }

    /** In a database that has the job's tables. */
    public void begin() {
        TABLES.forEach(statement -> client.sql(statement).update());
    }

    /** So far. */
    public Tenures tenures() {
        return Tenures.of(client.sql("SELECT at, task, holder, version FROM watch.change ORDER BY number")
                .query((row, number) -> new Change(
                        instant(row.getObject("at", OffsetDateTime.class)),
                        row.getString("task"),
                        row.getString("holder"),
                        row.getLong("version")))
                .list());
    }

    /** Who came so far, the first one first. */
    public List<Comer> comers() {
        return client.sql("SELECT name, pid, at FROM watch.member ORDER BY at")
                .query((row, number) -> new Comer(
                        row.getString("name"), row.getLong("pid"), instant(row.getObject("at", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime time) {
        return Objects.requireNonNull(time).toInstant();
    }
}
