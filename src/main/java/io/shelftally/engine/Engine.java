package io.shelftally.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.shelftally.base.clock.HostClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This process as one of those that share the tasks of a PostgreSQL database. Tasks are scheduled from the moment that there
 * is an engine, and run from its start to its stop. What it cannot write it tries again; nothing of it ends the process.
 */
public final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** Tasks that another release or program knows are none of ours to delete. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final int HOUSEKEEPERS = 3;

    private final AtomicLong done = new AtomicLong();
    private final EngineSettings settings;
    private final List<TaskKind> kinds;
    private final Members members;
    private final DatabaseClock clock;
    private final ScheduledExecutorService housekeepers;
    private final Hands hands;
    private final Scheduler scheduler;
    private boolean isStarted;
    private boolean isStopped;

    private Engine(DataSource dataSource, EngineSettings settings, List<TaskKind> kinds) {
        this.settings = settings;
        this.kinds = List.copyOf(kinds);
        this.members = new Members(dataSource);
        this.clock = new DatabaseClock(JdbcClient.create(dataSource), HostClock.system());
        this.housekeepers = Executors.newScheduledThreadPool(HOUSEKEEPERS + 1, Engine::daemon);
        this.hands = new Hands(settings.hands(), this::look);
        this.scheduler = scheduler(dataSource);
    }

    /**
     * An engine that is not started.
     *
     * @param kinds what this process can run; tasks of other kinds it leaves alone
     */
    public static Engine of(DataSource dataSource, EngineSettings settings, List<TaskKind> kinds) {
        return new Engine(dataSource, settings, kinds);
    }

    /**
     * Schedules a task, unless there is one of this kind and instance.
     *
     * @param data for the handler
     */
    public boolean scheduleIfNotExists(String kind, String instance, String data, Instant at) {
        return scheduler.scheduleIfNotExists(new TaskInstance<>(kind, instance, data), at);
    }

    /** Takes a task away, unless it is being run. */
    public void cancel(String kind, String instance) {
        scheduler.cancel(TaskInstanceId.of(kind, instance));
    }

    /** The database's clock. */
    public Clock clock() {
        return clock;
    }

    /** This process's host, as members show it. */
    public String host() {
        return ThisProcess.found().host();
    }

    /** Counts what {@link Member#done} tells. */
    public void count(long done) {
        this.done.addAndGet(done);
    }

    /** Takes part from now on; throws if the database cannot be asked. */
    @SuppressWarnings("FutureReturnValueIgnored") // ends with the housekeepers; a pulse tells of its own trouble
    public synchronized void start() {
        if (isStarted) {
            return;
        }
        isStarted = true;
        members.join(settings, kinds, ThisProcess.found());
        housekeepers.scheduleWithFixedDelay(
                new Pulse(members, clock, settings.name(), done::get),
                0,
                EngineSettings.PULSE.toMillis(),
                TimeUnit.MILLISECONDS);
        scheduler.start();
    }

    /** Takes no more tasks, waits for those in hand as long as the settings say, and says farewell. */
    public synchronized void stop() {
        if (isStopped) {
            return;
        }
        isStopped = true;
        scheduler.stop();
        if (isStarted) {
            leave();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void leave() {
        try {
            members.leave(settings.name());
        } catch (DataAccessException e) {
            LOG.debug("the others will see that this process is silent: {}", e.getMessage());
        }
    }

    private Scheduler scheduler(DataSource dataSource) {
        StuckSessions sessions = new StuckSessions(
                JdbcClient.create(dataSource), settings.silence().dividedBy(2));
        KnownTasks tasks = new KnownTasks(clock, sessions);
        List<RecurringTask<Void>> recurring = tasks.recurring(kinds);
        return Scheduler.create(dataSource, tasks.others(kinds))
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed(settings.name()))
                .threads(settings.threads())
                .executorService(hands)
                .jdbcCustomization(new DueTasks(this::room))
                .clock(clock::instant)
                .serializer(new TextSerializer())
                // not pollUsingLockAndFetch, which takes more than it asks for: see the test
                .pollUsingFetch(0.5, 1.0)
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.beat())
                .missedHeartbeatsLimit(EngineSettings.MISSED_BEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(settings.grace())
                .housekeeperExecutor(housekeepers)
                .failureLogging(LogLevel.DEBUG, false)
                .build();
    }

    private void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** For how many tasks more, which were not lost by others. */
    private int room() {
        long lost = scheduler.getCurrentlyExecuting().stream()
                .filter(one -> !one.getExecution().executionTime.isAfter(DueTasks.LOST))
                .count();
        return settings.threads() - hands.full() + (int) lost;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "engine-housekeeper");
        thread.setDaemon(true);
        return thread;
    }
}
