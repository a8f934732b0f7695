package io.shelftally.proof.tenures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shelftally.database.OnPostgresql;
import io.shelftally.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgresql
class TenureLogIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient client = JdbcClient.create(database.dataSource());
    private final TenureLog log = new TenureLog(client);

    @BeforeEach
    void begin() {
        log.begin();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoHadATaskInHandIsKnownFromTheRowsThatWereChanged() {
        insert("a");
        pick("a", "one");
        update("UPDATE scheduled_tasks SET last_heartbeat = NOW()");
        update("UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, version = version + 1");
        pick("a", "two");
        update("DELETE FROM scheduled_tasks");

        Tenures tenures = log.tenures();

        assertThat(tenures.all())
                .extracting(Tenure::task, Tenure::holder)
                .containsExactly(tuple("work a", "one"), tuple("work a", "two"));
        Tenure first = tenures.all().get(0);
        assertThat(first.from())
                .isBefore(first.to())
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
        assertThat(tenures.all().get(1).to()).isBefore(Instant.MAX);
    }

    @Test
    void aTaskThatIsTakenFromOneForAnotherAtOnceIsKnownToo() {
        insert("a");
        pick("a", "one");
        pick("a", "two");

        assertThat(log.tenures().all())
                .extracting(Tenure::holder, tenure -> tenure.to().equals(Instant.MAX))
                .containsExactly(tuple("one", false), tuple("two", true));
    }

    @Test
    void theNamesOfAProcessAreKnownAfterItsFarewell() {
        update("""
                INSERT INTO engine_member (name, host, pid, kinds, threads, since, seen_at, done, per_minute)
                VALUES ('one', 'here', 42, 'work', 1, NOW(), NOW(), 0, 0)
                """);
        update("DELETE FROM engine_member");

        assertThat(log.comers()).extracting(Comer::name, Comer::pid).containsExactly(tuple("one", 42L));
    }

    private void insert(String instance) {
        client.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        VALUES ('work', :instance, NOW(), FALSE, 1)
                        """).param("instance", instance).update();
    }

    private void pick(String instance, String name) {
        client.sql("""
                        UPDATE scheduled_tasks SET picked = TRUE, picked_by = :name, version = version + 1
                        WHERE task_instance = :instance
                        """).param("instance", instance).param("name", name).update();
    }

    private void update(String sql) {
        client.sql(sql).update();
    }
}
