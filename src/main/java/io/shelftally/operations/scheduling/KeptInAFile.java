package io.shelftally.operations.scheduling;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.StoppedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the times of jobs on one machine, a thread for each job. It never opens the database, whose file is for the jobs and
 * for operators.
 */
public final class KeptInAFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeptInAFile.class);

    /** How soon a stop is seen, and a machine that has slept, or whose clock was set. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Path file;
    private final ScheduledWork work;
    private final StopSignal stop;
    private final Clock clock;

    /**
     * Begins nothing yet.
     *
     * @param file where the times are kept
     * @param stop is set by a failure too
     * @param clock of the wall, which goes on while the machine sleeps
     */
    public KeptInAFile(Path file, ScheduledWork work, StopSignal stop, Clock clock) {
        this.file = file;
        this.work = work;
        this.stop = stop;
        this.clock = clock;
    }

    /** Returns when it is stopped and no job is at work any more; false if one was stopped that goes on at the next start. */
    public boolean run(List<JobPlan> plans) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(plans.size());
        try (DueTimes times = DueTimes.open(file)) {
            List<Future<Boolean>> all = new ArrayList<>();
            plans.forEach(plan -> all.add(threads.submit(() -> keep(plan, times))));
            boolean isWhole = true;
            for (Future<Boolean> one : all) {
                isWhole &= whole(one);
            }
            return isWhole;
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean keep(JobPlan plan, DueTimes times) throws InterruptedException {
        try {
            Instant due = times.of(plan).orElseGet(() -> plan.firstAfter(clock.instant()));
            LOG.info("{} is due at {}", plan.job().command(), due);
            for (times.keep(plan, due); await(due); times.keep(plan, due)) {
                due = work.run(plan, due);
            }
            return true;
        } catch (StoppedException stopped) {
            return false;
        } catch (RuntimeException | Error e) {
            stop.set();
            throw e;
        }
    }

    /** Whether the time has come; false once it is stopped. */
    private boolean await(Instant due) throws InterruptedException {
        while (!stop.isSet() && clock.instant().isBefore(due)) {
            Duration rest = Duration.between(clock.instant(), due);
            Thread.sleep(Math.max(1, rest.compareTo(LOOK) < 0 ? rest.toMillis() : LOOK.toMillis()));
        }
        return !stop.isSet();
    }

    private static boolean whole(Future<Boolean> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
