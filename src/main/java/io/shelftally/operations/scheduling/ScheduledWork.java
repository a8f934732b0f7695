package io.shelftally.operations.scheduling;

import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.StoppedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins jobs that are due and waits for their ends; of those that use the database, one at a time. */
public final class ScheduledWork {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledWork.class);
    private static final long LOOK_MILLIS = 200;

    /** The exit code of a job that was stopped, or kept from its work by another one, and when one of no night is begun again then. */
    private static final int TRY_LATER = 75;

    /** From here on exit codes tell of a signal that ended a process. */
    private static final int KILLED = 128;

    private static final Duration LATER = Duration.ofMinutes(15);

    private final JobProcess process;
    private final Reports reports;
    private final StopSignal stop;
    private final Clock clock;
    private final ReentrantLock database = new ReentrantLock(true);

    /** @param clock of the wall, which goes on while the machine sleeps */
    public ScheduledWork(JobProcess process, Reports reports, StopSignal stop, Clock clock) {
        this.process = process;
        this.reports = reports;
        this.stop = stop;
        this.clock = clock;
    }

    /**
     * Does what is due of a job, in one start; returns when it is due next.
     *
     * @param first the first time that is not done with; it has come
     * @throws StoppedException if the job was stopped, or not begun, because of the signal: it is due as before
     */
    Instant run(JobPlan plan, Instant first) throws InterruptedException {
        if (!plan.job().usesDatabase()) {
            return begin(plan, first);
        }
        while (!database.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            stop.check();
        }
        try {
            return begin(plan, first);
        } finally {
            database.unlock();
        }
    }

    private Instant begin(JobPlan plan, Instant first) throws InterruptedException {
        stop.check();
        Instant begun = clock.instant();
        Turn turn = plan.turn(first, latest(begun, first));
        if (turn.isLate()) {
            LOG.warn("{}", turn.lateness());
        } else {
            LOG.info("{} begins", turn.name());
        }
        if (turn.isLate() && plan.job() == ScheduledJob.NIGHTLY) {
            turn.date().ifPresent(night -> reports.late(night, turn.lateness()));
        }
        int code = process.run(plan.arguments(turn.date()));
        if (stop.isSet() && (code == TRY_LATER || code >= KILLED)) {
            LOG.info("{} was stopped, and ended with {}", turn.name(), code);
            throw new StoppedException();
        }
        return ended(plan, turn, begun, code);
    }

    private Instant ended(JobPlan plan, Turn turn, Instant begun, int code) {
        Instant end = clock.instant();
        Instant next = plan.after(turn, end);
        if (code == TRY_LATER && !plan.job().isOfANight() && next.isAfter(end.plus(LATER))) {
            next = end.plus(LATER);
        }
        String words = turn.name() + " ended with " + code + " after "
                + Duration.between(begun, end).toSeconds() + " s; next at " + next;
        if (code == 0) {
            LOG.info("{}", words);
        } else {
            LOG.warn("{}", words);
        }
        if (plan.job() == ScheduledJob.NIGHTLY) {
            turn.date().ifPresent(night -> reports.ended(night, code));
        }
        return next;
    }

    /** The time has come by some clock, such as the database's, which may be ahead of this one. */
    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
