package io.shelftally.calls.collect;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the two calls of a {@link Race}, which whoever makes it tells how far it has come. Its state is read and changed by
 * whoever holds the race.
 */
final class Runner<C, A extends CallResult> {

    private final Race<C, A> race;
    private final boolean isFirst;
    private long begun;
    private long arrived;
    private boolean hasBegun;
    private boolean isSent;
    private boolean hasArrived;
    private boolean wasFull;
    private boolean hasEnded;
    private boolean isGivenUp;
    private @Nullable A failure;
    private Runnable interrupt = () -> {};

    Runner(Race<C, A> race, boolean isFirst) {
        this.race = race;
        this.isFirst = isFirst;
    }

    Race<C, A> race() {
        return race;
    }

    C call() {
        return race.call();
    }

    /**
     * It is about to be made.
     *
     * @param isFull whether no further call can be made beside it
     * @param whenGivenUp interrupts whoever makes it, until it arrives
     * @return whether it is still wanted
     */
    boolean begin(long now, boolean isFull, Runnable whenGivenUp) {
        synchronized (race) {
            if (!race.wants(this)) {
                return false;
            }
            begun = now;
            wasFull = isFull;
            hasBegun = true;
            interrupt = whenGivenUp;
            race.began(this);
            return true;
        }
    }

    /** It is about to be sent; false if nobody waits for it any more, so that it must not be. */
    boolean send() {
        synchronized (race) {
            isSent = !isGivenUp;
            return isSent;
        }
    }

    /** Whoever makes it is through with it, and is not interrupted from now on; whether it was given up before. */
    boolean arrive(long now) {
        synchronized (race) {
            arrived = now;
            hasArrived = true;
            interrupt = () -> {};
            return isGivenUp;
        }
    }

    /** Whether nobody waits for it any more. */
    boolean isGivenUp() {
        synchronized (race) {
            return isGivenUp;
        }
    }

    /** Its answer has been read; what is to be handed over now, if anything. */
    Optional<Completed<C, A>> end(A result) {
        synchronized (race) {
            if (isGivenUp || race.isDecided()) {
                return Optional.empty();
            }
            hasEnded = true;
            return race.ended(this, result);
        }
    }

    /** Interrupts whoever makes it; the call that was made in vain, if it was sent. */
    Optional<Unused> giveUp(long now) {
        isGivenUp = true;
        interrupt.run();
        return isSent ? Optional.of(Unused.givenUp(now - begun)) : Optional.empty();
    }

    /** It failed, and the other call may still answer. */
    void keep(A itsFailure) {
        failure = itsFailure;
    }

    boolean hasFailed() {
        return failure != null;
    }

    A failure() {
        return Objects.requireNonNull(failure);
    }

    boolean isFirst() {
        return isFirst;
    }

    /** Whether its answer is waited for. */
    boolean isOut() {
        return hasBegun && !hasEnded && !isGivenUp;
    }

    boolean isSent() {
        return isSent;
    }

    boolean hasArrived() {
        return hasArrived;
    }

    boolean wasFull() {
        return wasFull;
    }

    long begun() {
        return begun;
    }

    long arrived() {
        return arrived;
    }
}
