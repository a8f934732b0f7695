package io.shelftally.calls.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One vendor's work, as the engine sees it. The items and their states stand in the lane's table: a lane hands out
 * calls that are due and takes their answers back.
 *
 * @param <C> a call to make
 * @param <A> what became of it
 */
public interface Lane<C, A extends CallResult> {

    /** Such as {@code captures}. */
    String name();

    /**
     * Claims calls that are due, the started items first. A claimed call is not handed out again until it is settled or
     * released.
     *
     * @param most how many at the most, at least 1
     * @param left how many more calls the quota allows; where they are few, no new item is begun at the cost of a started one
     */
    List<C> claim(int most, OptionalLong left);

    /** Gives back calls that were claimed and not made. */
    void release(List<C> calls);

    /** When the earliest unclaimed item falls due; empty if none is left. */
    Optional<Instant> nextDue();

    /**
     * Makes the call, in a worker, outside any transaction. What it returns reads the answer, once, in any thread: the worker
     * makes the next call meanwhile. Both throw for trouble that ends the run alone.
     */
    Supplier<A> perform(C call) throws InterruptedException;

    /** Records what became of the calls and what is to be done next, in one transaction. */
    void settle(List<Completed<C, A>> completed);

    /**
     * The waiting time is over: items that were asked in this run are not asked again.
     *
     * @param attemptsToo whether that holds for calls whose attempts are not used up, too
     */
    void waitingIsOver(boolean attemptsToo);

    /** How many items the call is about, at least 1: what it costs to settle its answer. */
    int items(C call);

    /**
     * The kind of a call that may be made a second time while the first is under way, whichever answers first: one that
     * changes nothing at the vendor and costs no quota. Empty of any other.
     */
    default Optional<String> repeatable(C call) {
        return Optional.empty();
    }

    /** What the call is about, to tell failures of one item from those of many. */
    String subject(C call);

    /** The vendor's quota is spent: items that are not settled wait for the next night. */
    void quotaIsSpent();

    /** The engine has nothing left to do. Throws for trouble that only the whole shows. */
    void ended();

    /** How far the lane is. */
    Tally tally();
}
