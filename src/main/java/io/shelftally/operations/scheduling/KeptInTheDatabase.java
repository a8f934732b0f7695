package io.shelftally.operations.scheduling;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.StoppedException;
import io.shelftally.engine.Engine;
import io.shelftally.engine.EngineSettings;
import io.shelftally.engine.Next;
import io.shelftally.engine.TaskKind;
import io.shelftally.engine.TaskRun;
import io.shelftally.engine.TaskTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the times of jobs together with other processes of a PostgreSQL database, so that one of them begins each. A task
 * is the first time of a job that is not done with, and bears it in its name: the next one is there before it goes.
 */
public final class KeptInTheDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(KeptInTheDatabase.class);

    /** What another process takes over is 20 to 32 s old; a shorter silence may be a pause of the machine. */
    private static final Duration BEAT = Duration.ofSeconds(4);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long LOOK_MILLIS = 200;
    private static final String BLANK = " ";

    private final DataSource dataSource;
    private final String name;
    private final ScheduledWork work;
    private final StopSignal stop;
    private final Clock clock;

    /**
     * Tasks of this process, with the next time of those that are done. While the database is away no sign of life comes
     * through, and this process too may be given its own task anew.
     */
    private final Map<String, Optional<Instant>> begun = new ConcurrentHashMap<>();

    private final AtomicReference<Engine> engine = new AtomicReference<>();
    private volatile boolean isWhole = true;

    /**
     * Begins nothing yet.
     *
     * @param name of this process, which no other bears
     * @param clock of the wall
     */
    public KeptInTheDatabase(DataSource dataSource, String name, ScheduledWork work, StopSignal stop, Clock clock) {
        this.dataSource = dataSource;
        this.name = name;
        this.work = work;
        this.stop = stop;
        this.clock = clock;
    }

    /** Returns when it is stopped and no job is at work here any more; false if one was stopped that is to go on. */
    public boolean run(List<JobPlan> plans) throws InterruptedException {
        Duration grace = JobProcess.GRACE.plus(BEAT);
        EngineSettings settings = new EngineSettings(name, plans.size(), BEAT, POLL, grace);
        List<TaskKind> kinds = plans.stream()
                .map(plan -> TaskKind.of(kind(plan), task -> begin(plan, task)))
                .toList();
        try (Engine started = Engine.of(dataSource, settings, kinds)) {
            engine.set(started);
            plans.forEach(this::scheduleFirst);
            started.start();
            while (!stop.isSet()) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        return isWhole;
    }

    /** Unless it is there; what is there of other times, of settings that have changed, goes. */
    private void scheduleFirst(JobPlan plan) {
        TaskTable table = new TaskTable(dataSource);
        String ending = BLANK + plan.timesText();
        List<String> instances = table.instances(kind(plan));
        instances.stream()
                .filter(instance -> !instance.endsWith(ending))
                .forEach(instance -> table.removeIdle(kind(plan), instance));
        List<Instant> ours = instances.stream()
                .filter(instance -> instance.endsWith(ending))
                .map(KeptInTheDatabase::due)
                .sorted()
                .toList();
        Instant due = ours.isEmpty() ? plan.firstAfter(clock.instant()) : ours.get(0);
        schedule(plan, due);
        LOG.info("{} is due at {}", plan.job().command(), due);
    }

    /** Unless it is there. */
    private void schedule(JobPlan plan, Instant due) {
        Objects.requireNonNull(engine.get()).scheduleIfNotExists(kind(plan), due + BLANK + plan.timesText(), "", due);
    }

    private Next begin(JobPlan plan, TaskRun task) throws InterruptedException {
        Optional<Instant> known = begun.putIfAbsent(task.instance(), Optional.empty());
        if (known == null) {
            return work(plan, task.instance());
        }
        if (known.isEmpty()) {
            return Next.at(clock.instant().plus(BEAT));
        }
        schedule(plan, known.get());
        return Next.done();
    }

    private Next work(JobPlan plan, String instance) throws InterruptedException {
        Instant first = due(instance);
        try {
            Instant next = work.run(plan, first);
            begun.values().removeIf(Optional::isPresent);
            begun.put(instance, Optional.of(next));
            schedule(plan, next);
            return Next.done();
        } catch (StoppedException stopped) {
            isWhole = false;
            return Next.at(first);
        } finally {
            begun.remove(instance, Optional.empty());
        }
    }

    private static Instant due(String instance) {
        return Instant.parse(instance.split(BLANK, 2)[0]);
    }

    private static String kind(JobPlan plan) {
        return "schedule-" + plan.job().command();
    }
}
