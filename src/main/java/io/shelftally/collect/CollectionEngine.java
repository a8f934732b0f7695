package io.shelftally.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Drives every item of a lane until it is settled:
 *
 * <ol>
 *   <li>claims calls that are due, as many as the window and the quota allow, and hands them to the workers;
 *   <li>takes results in the order of completion and settles what is there in one transaction;
 *   <li>ends when no item is left that may be asked again before the waiting time is over.
 * </ol>
 *
 * Memory is bounded by the window: what waits, waits in the lane's table.
 */
public final class CollectionEngine<C, A extends CallResult> {

    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private static final Duration IDLE = Duration.ofMillis(5);
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    private final Lane<C, A> lane;
    private final Gate gate;
    private final Pace pace;
    private final StopSignal stop;
    private final Progress progress;
    private Instant claimAgain = Instant.MIN;
    private boolean waitingIsOver;

    public CollectionEngine(Lane<C, A> lane, Gate gate, Watch watch) {
        this.lane = lane;
        this.gate = gate;
        this.pace = watch.pace();
        this.stop = watch.stop();
        this.progress = watch.progress();
    }

    /**
     * Runs the lane to its end.
     *
     * @param inFlight the calls in flight at the most
     */
    public void run(int inFlight) throws InterruptedException {
        try (Workers<C, A> workers = new ThreadWorkers<>(lane, inFlight)) {
            run(workers);
        }
    }

    void run(Workers<C, A> workers) throws InterruptedException {
        while (true) {
            if (stop.isSet()) {
                wind(workers);
                throw new StoppedException();
            }
            endWaitingOnce();
            submit(workers);
            List<Completed<C, A>> completed = workers.await(untilNext(workers));
            settle(completed);
            progress.lane(lane.name(), lane.tally(), workers.inFlight());
            if (completed.isEmpty() && workers.isIdle() && lane.nextDue().isEmpty()) {
                lane.ended();
                return;
            }
        }
    }

    private void endWaitingOnce() {
        if (!waitingIsOver && pace.isOver()) {
            waitingIsOver = true;
            lane.waitingIsOver();
        }
    }

    private void submit(Workers<C, A> workers) {
        if (workers.room() == 0 || pace.now().isBefore(claimAgain)) {
            return;
        }
        List<C> calls = lane.claim(workers.room(), gate.left());
        if (calls.isEmpty()) {
            claimAgain = pace.now().plus(IDLE);
            return;
        }
        Gate.Permits permits = gate.take(calls.size());
        workers.submit(calls.subList(0, permits.granted()));
        if (permits.granted() < calls.size()) {
            lane.release(calls.subList(permits.granted(), calls.size()));
            claimAgain = pace.now().plus(permits.pause());
        }
        if (permits.spent()) {
            lane.quotaIsSpent();
        }
    }

    private void settle(List<Completed<C, A>> completed) {
        if (!completed.isEmpty()) {
            completed.forEach(one -> gate.answered(one.result().answer()));
            lane.settle(completed);
        }
    }

    private Duration untilNext(Workers<C, A> workers) {
        if (!workers.isIdle()) {
            return LONGEST_WAIT;
        }
        Optional<Instant> due = lane.nextDue().map(next -> next.isBefore(claimAgain) ? claimAgain : next);
        Duration wait = due.map(next -> Duration.between(pace.now(), next)).orElse(Duration.ZERO);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Puts back what was not begun, and waits a moment for what is in flight. */
    private void wind(Workers<C, A> workers) throws InterruptedException {
        List<C> unsent = workers.takeBack();
        lane.release(unsent);
        gate.giveBack(unsent.size());
        Instant last = pace.now().plus(STOP_GRACE);
        while (!workers.isIdle() && pace.now().isBefore(last)) {
            settle(workers.await(LONGEST_WAIT));
        }
    }
}
