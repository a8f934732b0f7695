package io.shelftally.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.shelftally.database.OnPostgresql;
import io.shelftally.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Processes of a database, each of them an engine of this one. */
@OnPostgresql
@Timeout(60)
class EngineIT {

    private static final String KIND = "work";
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final Instant DUE = Instant.EPOCH.plusSeconds(1);

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final List<Engine> engines = new ArrayList<>();
    private final CountDownLatch letGo = new CountDownLatch(1);

    @AfterEach
    void end() {
        letGo.countDown();
        engines.forEach(Engine::close);
        database.close();
    }

    @Test
    void aTaskIsRunAgainAndAgainUntilItIsDone() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        AtomicInteger runs = new AtomicInteger();
        Engine engine = engine("one", 1, run -> {
            seen.add(run.instance() + " " + run.data() + " " + run.fence().version());
            return runs.incrementAndGet() < 3 ? Next.at(DUE) : Next.done();
        });

        assertThat(engine.scheduleIfNotExists(KIND, "a", "the data", DUE)).isTrue();
        assertThat(engine.scheduleIfNotExists(KIND, "a", "other data", DUE)).isFalse();
        engine.start();

        assertThat(next(seen)).isEqualTo("a the data 2");
        assertThat(next(seen)).isEqualTo("a the data 4");
        assertThat(next(seen)).isEqualTo("a the data 6");
        await(() -> count("TRUE") == 0);
    }

    @Test
    void manyAreScheduledInOneGoBesideThoseThatAreThere() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        TaskTable tasks = new TaskTable(database.dataSource());
        Engine engine = engine("one", 1, run -> {
            seen.add(run.instance() + " " + run.data());
            return Next.done();
        });
        engine.scheduleIfNotExists(KIND, "b, 2", "its data", DUE);

        tasks.scheduleAll(KIND, List.of("a 1", "b, 2", "c 3"), DUE.plusSeconds(1));
        tasks.scheduleAll(KIND, List.of(), DUE);
        engine.start();

        assertThat(next(seen)).isEqualTo("b, 2 its data");
        assertThat(List.of(next(seen), next(seen))).containsExactly("a 1 ", "c 3 ");
    }

    @Test
    void whatFailsIsRunAgainAndKnowsIt() throws Exception {
        BlockingQueue<Integer> failures = new LinkedBlockingQueue<>();
        Engine engine = engine("one", 1, run -> {
            failures.add(run.failures());
            if (run.failures() == 0) {
                throw new IllegalStateException("as the test wants");
            }
            return Next.done();
        });
        engine.scheduleIfNotExists(KIND, "a", "", DUE);
        engine.start();

        assertThat(next(failures)).isZero();
        assertThat(next(failures)).isEqualTo(1);
        assertThat(KnownTasks.pause(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(KnownTasks.pause(5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(KnownTasks.pause(500)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theTaskOfAProcessThatIsCutOffIsGivenToAnother() throws Exception {
        CutDataSource cut = new CutDataSource(database.dataSource());
        BlockingQueue<TaskRun> first = new LinkedBlockingQueue<>();
        BlockingQueue<TaskRun> second = new LinkedBlockingQueue<>();
        start(cut, "cut off", 1, holding(first)).scheduleIfNotExists(KIND, "a", "", DUE);
        TaskRun lost = next(first);
        assertThat(lost.isTrusted()).isTrue();
        start(database.dataSource(), "another", 1, holding(second));

        cut.isCut = true;
        TaskRun taken = next(second);

        assertThat(taken.isTrusted()).isTrue();
        assertThat(taken.failures()).isEqualTo(1);
        assertThat(taken.fence().version()).isGreaterThan(lost.fence().version());
        assertThat(lost.isTrusted()).isFalse();
        assertThat(lost.isLost()).isTrue();
        cut.isCut = false;
        Thread.sleep(BEAT.multipliedBy(3).toMillis());
        assertThat(lost.isTrusted()).as("trust after the database is back").isFalse();
        assertThat(taken.isTrusted()).isTrue();
    }

    @Test
    void aFenceHoldsUntilTheTaskIsGivenToAnotherWhateverBeatsThereAre() throws Exception {
        BlockingQueue<TaskRun> running = new LinkedBlockingQueue<>();
        TaskTable tasks = new TaskTable(database.dataSource());
        start(database.dataSource(), "one", 1, holding(running)).scheduleIfNotExists(KIND, "a b", "", DUE);
        Fence fence = next(running).fence();
        Thread.sleep(BEAT.multipliedBy(2).toMillis());

        assertThat(tasks.lockIfHeld(fence)).isTrue();
        assertThat(tasks.left(KIND, "a ")).isEqualTo(new TasksLeft(true, true));
        assertThat(tasks.left(KIND, "b")).isEqualTo(new TasksLeft(false, false));
        jdbc.update("UPDATE scheduled_tasks SET picked = FALSE, version = version + 1");
        assertThat(tasks.lockIfHeld(fence)).isFalse();
        assertThat(tasks.left(KIND, "a ")).isEqualTo(new TasksLeft(true, false));
        assertThat(tasks.lockIfHeld(new Fence(KIND, "no such", 2))).isFalse();
    }

    /** A run that takes over does so; whoever had the task before may be asleep meanwhile, with its calls half made. */
    @Test
    void aTaskThatIsMadeAnewIsNobodysWhoHadItBefore() throws Exception {
        BlockingQueue<TaskRun> first = new LinkedBlockingQueue<>();
        BlockingQueue<TaskRun> second = new LinkedBlockingQueue<>();
        TaskTable tasks = new TaskTable(database.dataSource());
        tasks.scheduleAll(KIND, List.of("a"), DUE);
        CountDownLatch isAwake = new CountDownLatch(1);
        start(database.dataSource(), "before", 1, run -> {
            first.add(run);
            isAwake.await();
            return Next.at(DUE.plus(Duration.ofDays(36_500)));
        });
        Fence before = next(first).fence();

        tasks.removeAll(KIND);
        tasks.scheduleAll(KIND, List.of("a"), DUE);
        start(database.dataSource(), "now", 1, holding(second));
        Fence now = next(second).fence();

        assertThat(tasks.lockIfHeld(before)).isFalse();
        isAwake.countDown();
        Thread.sleep(BEAT.multipliedBy(2).toMillis());
        assertThat(tasks.lockIfHeld(now)).isTrue();
    }

    /** Hands that are kept for it alone. */
    @Test
    void whatLostProcessesHadInHandIsTakenUpAtOnceByOneThatHasItsHandsFull() throws Exception {
        BlockingQueue<TaskRun> all = new LinkedBlockingQueue<>();
        List<CutDataSource> ways = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            CutDataSource way = new CutDataSource(database.dataSource());
            ways.add(way);
            Engine lost = start(way, "lost " + i, 2, holding(all));
            lost.scheduleIfNotExists(KIND, "first of " + i, "", DUE);
            lost.scheduleIfNotExists(KIND, "second of " + i, "", DUE);
            next(all);
            next(all);
        }
        BlockingQueue<TaskRun> running = new LinkedBlockingQueue<>();
        Engine left = start(database.dataSource(), "left", 2, holding(running));
        for (int i = 1; i <= 5; i++) {
            left.scheduleIfNotExists(KIND, "own " + i, "", DUE);
        }
        next(running);
        next(running);

        ways.forEach(way -> way.isCut = true);
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            TaskRun run = next(running);
            taken.add(run.instance());
            assertThat(run.failures()).as(run.instance()).isEqualTo(1);
        }

        assertThat(taken)
                .containsExactlyInAnyOrder(
                        "first of 1", "second of 1", "first of 2", "second of 2", "first of 3", "second of 3");
        Thread.sleep(1000);
        assertThat(running).as("more of its own than it has threads for").isEmpty();
        assertThat(count("picked AND picked_by = 'left'")).isEqualTo(8);
        assertThat(count("NOT picked AND task_instance LIKE 'own %'")).isEqualTo(3);
    }

    /** By the settings that processes have: from the last sign of life to the next hands, with room for a busy machine. */
    @Test
    void whatIsLostIsNoticedWithinNineSecondsAtTheLatest() {
        EngineSettings settings = EngineSettings.of("one", 4);

        Duration noticed =
                settings.silence().plus(settings.beat().multipliedBy(2)); // db-scheduler looks every two beats
        assertThat(noticed.plus(settings.poll())).isLessThanOrEqualTo(Duration.ofSeconds(9));
        assertThat(settings.hands()).isEqualTo(16);
    }

    @Test
    void aHandThatIsFreeTakesTheNextTaskWithoutWaitingForALook() throws Exception {
        BlockingQueue<TaskRun> running = new LinkedBlockingQueue<>();
        EngineSettings settings = new EngineSettings("one", 2, BEAT, Duration.ofSeconds(30), Duration.ofSeconds(2));
        TaskHandler brief = run -> {
            running.add(run);
            return Next.done();
        };
        Engine engine = add(Engine.of(database.dataSource(), settings, List.of(TaskKind.of(KIND, brief))));
        for (int i = 0; i < 10; i++) {
            engine.scheduleIfNotExists(KIND, "a" + i, "", DUE);
        }
        engine.start();

        for (int i = 0; i < 10; i++) {
            next(running);
        }
    }

    /**
     * The other way of db-scheduler to poll took 16 of 16 with one thread where the planner knew the table as tiny: LIMIT
     * then held for each row and not for all of them.
     */
    @Test
    void noMoreTasksAreTakenThanThereAreThreadsAlsoWhereTheTableWasTiny() throws Exception {
        BlockingQueue<TaskRun> running = new LinkedBlockingQueue<>();
        Engine engine = engine("one", 2, holding(running));
        engine.scheduleIfNotExists(KIND, "first", "", Instant.now().plus(Duration.ofDays(1)));
        jdbc.execute("VACUUM ANALYZE scheduled_tasks");
        for (int i = 0; i < 64; i++) {
            engine.scheduleIfNotExists(KIND, "a" + i, "", DUE);
        }
        engine.start();
        next(running);
        next(running);
        Thread.sleep(1500);

        assertThat(running).isEmpty();
        assertThat(count("picked")).isEqualTo(2);
        BlockingQueue<TaskRun> late = new LinkedBlockingQueue<>();
        start(database.dataSource(), "late", 3, holding(late));
        next(late);
        next(late);
        next(late);
        assertThat(count("picked AND picked_by = 'late'")).isEqualTo(3);
        assertThat(count("picked")).isEqualTo(5);
    }

    @Test
    void aStopWaitsUntilTasksArePutDownAndSaysFarewell() throws Exception {
        BlockingQueue<TaskRun> running = new LinkedBlockingQueue<>();
        Engine engine = engine("one", 1, run -> {
            running.add(run);
            while (!run.isStopping()) {
                Thread.sleep(20);
            }
            return Next.at(DUE);
        });
        engine.scheduleIfNotExists(KIND, "a", "", DUE);
        engine.start();
        next(running);

        engine.stop();

        assertThat(count("NOT picked AND consecutive_failures = 0")).isEqualTo(1);
        assertThat(new Members(database.dataSource()).all()).isEmpty();
    }

    @Test
    void whoTakesPartIsKnownWithWhatItHasInHand() throws Exception {
        BlockingQueue<TaskRun> running = new LinkedBlockingQueue<>();
        Members members = new Members(database.dataSource());
        Engine engine = start(database.dataSource(), "busy", 1, holding(running));
        engine.scheduleIfNotExists(KIND, "a", "", DUE);
        next(running);
        engine.count(7);
        start(database.dataSource(), "idle", 4, holding(running));

        List<Member> seen = new ArrayList<>();
        await(() -> {
            seen.clear();
            seen.addAll(members.live(KIND));
            return seen.size() == 2 && seen.get(0).done() == 7;
        });
        assertThat(members.live("other work")).isEmpty();
        assertThat(seen).extracting(Member::name).containsExactly("busy", "idle");
        Member busy = seen.get(0);
        assertThat(busy.running()).containsExactly("work a");
        assertThat(busy.threads()).isEqualTo(1);
        assertThat(busy.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(seen.get(1).running()).isEmpty();
        jdbc.update("UPDATE engine_member SET seen_at = seen_at - INTERVAL '9' SECOND WHERE name = 'idle'");
        assertThat(members.live(KIND)).extracting(Member::name).contains("busy");
    }

    /** It has locked its task's row, as each commit does, and stands still amid a COPY. */
    @Test
    void aDeadProcessThatStandsStillAmidATransactionKeepsNobodyFromItsTask() throws Exception {
        CutDataSource cut = new CutDataSource(database.dataSource());
        BlockingQueue<TaskRun> first = new LinkedBlockingQueue<>();
        BlockingQueue<TaskRun> second = new LinkedBlockingQueue<>();
        start(cut, "cut off", 1, holding(first)).scheduleIfNotExists(KIND, "a", "", DUE);
        next(first);
        String url = database.dataSource().unwrap(HikariDataSource.class).getJdbcUrl();
        Connection stuck = DriverManager.getConnection(url + "&ApplicationName=cut%20off");
        try (Statement statement = stuck.createStatement()) {
            stuck.setAutoCommit(false);
            // none of these ends it
            statement.execute("SET idle_in_transaction_session_timeout = '500ms'");
            statement.execute("SET statement_timeout = '500ms'");
            statement.execute("SELECT * FROM scheduled_tasks FOR SHARE");
            stuck.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY engine_member (name) FROM STDIN");
            start(database.dataSource(), "another", 1, holding(second));
            cut.isCut = true;

            assertThat(next(second).instance()).isEqualTo("a");
        } finally {
            stuck.abort(Runnable::run);
        }
    }

    @Test
    void aRecurringTaskIsRunOnceEachTimeByAllProcessesTogether() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        TaskKind kind = TaskKind.recurring("at noon", new Recurrence("0 12 * * *", ZoneOffset.UTC), run -> {
            runs.incrementAndGet();
            return Next.done();
        });
        Engine one = add(Engine.of(database.dataSource(), settings("one", 1), List.of(kind)));
        Engine other = add(Engine.of(database.dataSource(), settings("other", 1), List.of(kind)));
        one.start();
        other.start();
        await(() -> count("task_name = 'at noon'") == 1);
        assertThat(runs).hasValue(0);

        jdbc.update("UPDATE scheduled_tasks SET execution_time = NOW() - INTERVAL '1' HOUR");
        await(() -> runs.get() == 1);
        await(() -> count("execution_time > NOW() AND NOT picked") == 1);
        Thread.sleep(600);

        assertThat(runs).hasValue(1);
    }

    @Test
    void tasksOfAnotherKindAreLeftAlone() throws Exception {
        BlockingQueue<TaskRun> running = new LinkedBlockingQueue<>();
        Engine engine = engine("one", 1, holding(running));
        jdbc.update("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES ('of a later release', 'x', NOW() - INTERVAL '1' HOUR, FALSE, 1)
                """);
        engine.scheduleIfNotExists(KIND, "a", "", Instant.now());
        engine.start();

        assertThat(next(running).instance()).isEqualTo("a");
        assertThat(count("task_name = 'of a later release' AND NOT picked")).isEqualTo(1);
    }

    @Test
    void theClockIsTheDatabasesWhateverTheHostsSays() {
        Engine engine = engine("one", 1, run -> Next.done());

        Instant told = time("SELECT CLOCK_TIMESTAMP()");

        assertThat(Duration.between(told, engine.clock().instant()))
                .isBetween(Duration.ofMillis(-1), Duration.ofSeconds(1));
    }

    @Test
    void aNameThatTheTableWouldCutIsRefused() {
        assertThatThrownBy(() -> EngineSettings.of("n".repeat(51), 1)).hasMessageContaining("50 characters");
        assertThatThrownBy(() -> EngineSettings.of("n", 0)).hasMessageContaining("at least 1 thread");
    }

    /** Tells of its run, and holds the task until the test ends. */
    private TaskHandler holding(BlockingQueue<TaskRun> running) {
        return run -> {
            running.add(run);
            letGo.await();
            return Next.done();
        };
    }

    private Engine engine(String name, int threads, TaskHandler handler) {
        return engine(database.dataSource(), name, threads, handler);
    }

    private Engine engine(DataSource dataSource, String name, int threads, TaskHandler handler) {
        return add(Engine.of(dataSource, settings(name, threads), List.of(TaskKind.of(KIND, handler))));
    }

    private Engine start(DataSource dataSource, String name, int threads, TaskHandler handler) {
        Engine engine = engine(dataSource, name, threads, handler);
        engine.start();
        return engine;
    }

    private Engine add(Engine engine) {
        engines.add(engine);
        return engine;
    }

    private static EngineSettings settings(String name, int threads) {
        return new EngineSettings(name, threads, BEAT, Duration.ofMillis(100), Duration.ofSeconds(2));
    }

    private int count(String condition) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT COUNT(*) FROM scheduled_tasks WHERE " + condition, Integer.class));
    }

    private Instant time(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, OffsetDateTime.class))
                .toInstant();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("what is waited for").isNotNull();
        return next;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** Gives no connection while it is cut. */
    private static final class CutDataSource extends DelegatingDataSource {

        private volatile boolean isCut;

        CutDataSource(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (isCut) {
                throw new SQLException("cut off by the test");
            }
            return super.getConnection();
        }
    }
}
