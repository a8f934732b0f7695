package io.shelftally.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who takes part: db-scheduler knows processes that have a task in hand, this table those that wait for one, too. */
public final class Members {

    private final JdbcClient client;

    public Members(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /** Those that were heard of lately, and can run the kind; the first one that came first. */
    public List<Member> live(String kind) {
        return all().stream()
                .filter(member -> member.kinds().contains(kind) && isLive(member))
                .toList();
    }

    /** All that have not said farewell, silent ones included, for a day. */
    public List<Member> all() {
        Map<String, List<String>> running = running();
        return client.sql("""
                        SELECT m.*, CURRENT_TIMESTAMP AS read_at FROM engine_member m ORDER BY since, name
                        """).query((row, number) -> member(row, running)).list();
    }

    /** Whether it would have been heard of if it lived. */
    public static boolean isLive(Member member) {
        return member.silence().compareTo(EngineSettings.of("any", 1).silence()) < 0;
    }

    void join(EngineSettings settings, List<TaskKind> kinds, ThisProcess process) {
        client.sql("DELETE FROM engine_member WHERE name = :name OR seen_at < CURRENT_TIMESTAMP - INTERVAL '1' DAY")
                .param("name", settings.name())
                .update();
        try {
            client.sql("""
                            INSERT INTO engine_member (name, host, pid, kinds, threads, since, seen_at, done, per_minute)
                            VALUES (:name, :host, :pid, :kinds, :threads, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0, 0)
                            """)
                    .param("name", settings.name())
                    .param("host", process.host())
                    .param("pid", process.pid())
                    .param("kinds", kinds.stream().map(TaskKind::name).collect(Collectors.joining(" ")))
                    .param("threads", settings.threads())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException("two processes are named " + settings.name(), e);
        }
    }

    void beat(String name, long done, long perMinute) {
        client.sql("""
                        UPDATE engine_member SET seen_at = CURRENT_TIMESTAMP, done = :done, per_minute = :perMinute
                        WHERE name = :name
                        """)
                .param("name", name)
                .param("done", done)
                .param("perMinute", perMinute)
                .update();
    }

    void leave(String name) {
        client.sql("DELETE FROM engine_member WHERE name = :name")
                .param("name", name)
                .update();
    }

    /** What each has in hand, by its name. */
    private Map<String, List<String>> running() {
        return client
                .sql("""
                        SELECT picked_by, task_name, task_instance FROM scheduled_tasks WHERE picked
                        ORDER BY task_name, task_instance
                        """)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2) + " " + row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Member member(ResultSet row, Map<String, List<String>> running) throws SQLException {
        String name = row.getString("name");
        OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
        return new Member(
                name,
                row.getString("host"),
                row.getLong("pid"),
                Arrays.asList(row.getString("kinds").split(" ", -1)),
                row.getInt("threads"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Duration.between(seen, row.getObject("read_at", OffsetDateTime.class)),
                row.getLong("done"),
                row.getLong("per_minute"),
                running.getOrDefault(name, List.of()));
    }
}
