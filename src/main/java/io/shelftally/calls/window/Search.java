package io.shelftally.calls.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a window goes, by how long calls took: home, and from there up and down to see what that brings. Not thread-safe; times are
 * those of {@link System#nanoTime}.
 *
 * <ol>
 *   <li>A step up pays unless latency grew as the window did: then the further calls only queued. A step down pays if latency fell
 *       as the window did. Where a step paid is home from then on, and the next goes the same way. Else it goes home, and
 *       times calls there anew: a vendor or a machine that changes meanwhile is not taken for the step's doing.
 *   <li>First it goes by twice and by half as many, then by less. When nothing pays any more it rests, a little above home, three
 *       times as long as the last steps took, or until latency changes.
 *   <li>Nothing else is kept of older epochs. A lowest latency may be false, by a cache or by a good hour; and where a step was
 *       judged wrongly, the next ones put it right.
 * </ol>
 */
final class Search {

    /** How much of the window's growth latency must follow for the further calls to bring nothing: 1 is all of it. */
    private static final double QUEUES = 0.75;

    /** A wide step was judged so clearly that half of it needs no trial. */
    private static final double NOTHING = 0.3;

    private static final double ALL = 0.9;

    private static final double CHANGED = Math.log(1.4);
    private static final double ABOVE = Math.sqrt(Step.UP_A_LITTLE.factor());
    private static final int REST = 3;

    private final int least;
    private final int most;
    private final Ceiling ceiling = new Ceiling();
    private final Deque<Step> plan = new ArrayDeque<>();
    private @Nullable Epoch home;
    private @Nullable Step step;
    private @Nullable Epoch rest;
    private boolean hasCompared;
    private boolean isFull;
    private boolean isResting;
    private int changes;
    private long began;
    private long restsUntil;

    Search(int least, int most) {
        this.least = least;
        this.most = most;
        plan(Step.UP, Step.DOWN);
    }

    /** Whether an epoch tells what it is for. */
    boolean isEnough(Epoch epoch) {
        Epoch from = home;
        if (from == null) {
            return epoch.isEnough();
        }
        if (step == null) {
            return epoch.isLong();
        }
        if (!epoch.isEnough() || epoch.isLongest()) {
            return epoch.isLongest();
        }
        Estimate slope = epoch.slopeFrom(from);
        return slope.isUnknown() ? epoch.isLong() : slope.isClearOf(QUEUES);
    }

    /** The window after an epoch. */
    int next(Epoch ended) {
        ceiling.passed(ended.end());
        Epoch from = home;
        Step taken = step;
        if (from != null && taken != null) {
            return tried(from, taken, ended);
        }
        if (isResting) {
            return rested(ended);
        }
        began = from == null ? ended.begun() : began;
        return leave(ended);
    }

    /** The vendor asked to be spared while the window was this. */
    void refused(int window, long time) {
        ceiling.refused(window, time);
        beginAnew();
    }

    /** Forgets where it was. */
    void beginAnew() {
        home = null;
        step = null;
        rest = null;
        isResting = false;
        isFull = false;
        plan(Step.UP, Step.DOWN);
    }

    /** The end of an epoch after a step. */
    private int tried(Epoch from, Step taken, Epoch ended) {
        Estimate estimate = ended.slopeFrom(from);
        if (estimate.isUnknown()) {
            return afterOtherCalls(from, ended);
        }
        hasCompared = true;
        double slope = estimate.value();
        if (taken.isUp() ? slope < QUEUES : slope > QUEUES) {
            plan(taken.isUp() ? new Step[] {Step.UP} : new Step[] {Step.DOWN, Step.UP_A_LITTLE});
            isFull = !taken.isUp();
            began = ended.begun();
            return leave(ended);
        }
        isFull |= taken.isUp();
        boolean isClear = taken.isUp() ? slope > ALL : slope < NOTHING;
        if (!taken.equals(taken.half()) && !isClear) {
            plan.addFirst(taken.half());
        }
        step = null;
        return from.window();
    }

    /** All calls of this epoch were of another kind: at the beginning of a night it goes on from here, later from home. */
    private int afterOtherCalls(Epoch from, Epoch ended) {
        if (hasCompared) {
            beginAnew();
            return from.window();
        }
        plan(Step.UP, Step.DOWN);
        return leave(ended);
    }

    /** The end of an epoch of a rest. */
    private int rested(Epoch ended) {
        Epoch first = rest;
        if (first == null) {
            rest = ended;
            return ended.window();
        }
        double slower = ended.slowerThan(first).value();
        changes = Math.abs(slower) > CHANGED ? changes + 1 : 0;
        if (changes < 2 && ended.end() - restsUntil < 0) {
            return ended.window();
        }
        if (changes < 2) {
            plan(Step.UP_A_LITTLE, Step.DOWN);
        } else if (slower > 0) {
            plan(Step.DOWN, Step.UP);
        } else {
            plan(Step.UP, Step.DOWN);
        }
        began = ended.end();
        changes = 0;
        rest = null;
        isResting = false;
        isFull = false;
        return home == null ? ended.window() : home.window();
    }

    /** From home by the next step of the plan; or to a rest. */
    private int leave(Epoch from) {
        home = from;
        int window = from.window();
        for (Step next = plan.poll(); next != null; next = plan.poll()) {
            int there = bounded(next.from(window));
            if (there != window && there > window == next.isUp()) {
                step = next;
                return there;
            }
        }
        step = null;
        isResting = true;
        restsUntil = from.end() + REST * (from.end() - began);
        return isFull ? bounded((int) Math.round(window * ABOVE)) : window;
    }

    private int bounded(int window) {
        return Math.max(least, Math.min(most, Math.min(window, ceiling.height())));
    }

    private void plan(Step... steps) {
        plan.clear();
        plan.addAll(List.of(steps));
    }
}
