package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Drives every item of a lane until it is settled:
 *
 * <ol>
 *   <li>claims calls that are due, as many as the window and the quota allow, and hands them to the workers;
 *   <li>takes results in the order of completion and settles what is there in one transaction;
 *   <li>ends when no item is left that may be asked again before the waiting time is over, or with its {@link Slice}.
 * </ol>
 *
 * Memory is bounded by the window: what waits, waits in the lane's table.
 */
public final class CollectionEngine<C, A extends CallResult> {

    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private static final Duration IDLE = Duration.ofMillis(5);
    private static final Duration CHANCE = Duration.ofSeconds(30);
    private static final Duration STOP_GRACE = Duration.ofSeconds(10);

    /** A slice with nothing to do for longer is put down, so that its thread can do something else. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Lane<C, A> lane;
    private final Gate gate;
    private final Pace pace;
    private final StopSignal stop;
    private final Progress progress;
    private final Troubles troubles;
    private final Slice slice;
    private Instant claimAgain = Instant.MIN;
    private boolean waitingIsOver;
    private OptionalLong quotaLeft = OptionalLong.empty();

    public CollectionEngine(Lane<C, A> lane, Gate gate, Watch watch) {
        this.lane = lane;
        this.gate = gate;
        this.pace = watch.pace();
        this.stop = watch.stop();
        this.progress = watch.progress();
        this.troubles = watch.troubles();
        this.slice = watch.slice();
    }

    /** Runs the lane to its end; no call is made twice. */
    public void run(Window window) throws InterruptedException {
        run(window, Hedging.off());
    }

    /** Runs the lane to its end. */
    public void run(Window window, Hedging hedging) throws InterruptedException {
        run(window, new LaneShare(hedging, pace.clock()));
    }

    /**
     * Runs the lane to its end, or to that of its slice.
     *
     * @return when to go on; empty if there is nothing left to do
     */
    public Optional<Instant> run(Window window, LaneShare share) throws InterruptedException {
        try (Workers<C, A> workers = new ThreadWorkers<>(lane, window, share.hedging())) {
            return run(workers, share);
        }
    }

    void run(Workers<C, A> workers, Hedging hedging) throws InterruptedException {
        run(workers, new LaneShare(hedging, pace.clock()));
    }

    private Optional<Instant> run(Workers<C, A> workers, LaneShare share) throws InterruptedException {
        while (true) {
            share.hedging().inTrouble(share.nextTry().isPresent());
            if (stop.isSet()) {
                wind(workers, share);
                throw new StoppedException();
            }
            endWaitingOnce();
            if (slice.isOver()) {
                putBack(workers);
            } else {
                submit(workers, share);
            }
            giveUpOnADeadVendor(workers, share);
            List<Completed<C, A>> completed = workers.await(untilNext(workers, share));
            settle(completed, share);
            progress.lane(figures(workers));
            if (completed.isEmpty() && workers.isIdle()) {
                Optional<Instant> next = lane.nextDue();
                if (next.isEmpty() && !slice.isPart()) {
                    lane.ended();
                }
                if (next.isEmpty() || isPutDown(next.get(), share)) {
                    return next.map(this::whenFree);
                }
            }
        }
    }

    /** While the vendor is in trouble, what is left of the slice is needed to see whether it comes back. */
    private boolean isPutDown(Instant next, LaneShare share) {
        boolean isIdle = slice.isPart() && share.nextTry().isEmpty();
        return slice.isOver() || (isIdle && whenFree(next).isAfter(pace.now().plus(MOMENT)));
    }

    /** When there is something to do and the quota lets it be done. */
    private Instant whenFree(Instant due) {
        return due.isBefore(claimAgain) ? claimAgain : due;
    }

    private LaneFigures figures(Workers<C, A> workers) {
        return new LaneFigures(
                lane.name(),
                lane.tally(),
                OptionalInt.of(workers.inFlight()),
                workers.window(),
                quotaLeft,
                pace.rest());
    }

    private void endWaitingOnce() {
        if (!waitingIsOver && pace.isOver()) {
            waitingIsOver = true;
            lane.waitingIsOver(false);
        }
    }

    private void submit(Workers<C, A> workers, LaneShare share) {
        if (pace.now().isBefore(claimAgain)) {
            return;
        }
        int room = room(workers, share);
        if (room == 0) {
            claimAgain = workers.isIdle() ? pace.now().plus(LONGEST_WAIT) : claimAgain;
            return;
        }
        quotaLeft = gate.left();
        List<C> calls = lane.claim(room, gate.share(quotaLeft));
        if (calls.isEmpty()) {
            claimAgain = pace.now().plus(IDLE);
            return;
        }
        Gate.Permits permits = gate.take(calls.size());
        workers.submit(calls.subList(0, permits.granted()));
        if (permits.granted() < calls.size()) {
            lane.release(calls.subList(permits.granted(), calls.size()));
            waitForQuota(permits);
        }
    }

    /** Once the quota is spent, calls that are still in flight may come back for more, and are refused then. */
    private void waitForQuota(Gate.Permits permits) {
        boolean isSpent = permits.spent() || pace.isTooLong(permits.pause());
        claimAgain = pace.now().plus(isSpent ? IDLE : permits.pause());
        if (isSpent) {
            lane.quotaIsSpent();
        }
    }

    /** How many calls may be begun; while the vendor fails, one at a time after each pause. */
    private int room(Workers<C, A> workers, LaneShare share) {
        if (share.nextTry().isEmpty()) {
            return workers.room();
        }
        return workers.isIdle() && share.letThrough() ? 1 : 0;
    }

    /** Ends the run if the vendor has not come back, and items are left that were not asked about. */
    private void giveUpOnADeadVendor(Workers<C, A> workers, LaneShare share) {
        boolean isDead = share.nextTry().isPresent()
                && pace.now().isAfter(share.lastAnswer().plus(CHANCE));
        if (isDead && waitingIsOver && workers.isIdle()) {
            lane.waitingIsOver(true);
            if (lane.nextDue().isPresent()) {
                throw new VendorException(
                        Reason.UNAVAILABLE,
                        "no answer to the last calls for " + lane.name() + ", and the waiting time is over: "
                                + troubles.ofTheVendor() + ". Run again later: it resumes.");
            }
        }
    }

    private void settle(List<Completed<C, A>> completed, LaneShare share) {
        if (!completed.isEmpty()) {
            completed.forEach(one -> note(one, share));
            lane.settle(completed);
        }
    }

    private void note(Completed<C, A> one, LaneShare share) {
        gate.answered(one.result().answer());
        troubles.saw(one.result());
        if (one.result().isVendorFailure()) {
            share.failed(lane.subject(one.call()));
        } else {
            share.succeeded();
        }
    }

    private Duration untilNext(Workers<C, A> workers, LaneShare share) {
        if (!workers.isIdle()) {
            return LONGEST_WAIT;
        }
        Instant earliest = share.nextTry().filter(claimAgain::isBefore).orElse(claimAgain);
        Optional<Instant> due = lane.nextDue().map(next -> next.isBefore(earliest) ? earliest : next);
        Duration wait = due.map(next -> Duration.between(pace.now(), next)).orElse(Duration.ZERO);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Puts back what was not begun, and waits a moment for what is in flight. */
    private void wind(Workers<C, A> workers, LaneShare share) throws InterruptedException {
        putBack(workers);
        Instant last = pace.now().plus(STOP_GRACE);
        while (!workers.isIdle() && pace.now().isBefore(last)) {
            settle(workers.await(LONGEST_WAIT), share);
        }
    }

    private void putBack(Workers<C, A> workers) {
        List<C> unsent = workers.takeBack();
        if (!unsent.isEmpty()) {
            lane.release(unsent);
            gate.giveBack(unsent.size());
        }
    }
}
