package io.shelftally.calls.collect;

import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.hedging.SecondCall;
import io.shelftally.calls.window.EndedCall;
import io.shelftally.calls.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A call of a lane, and a second one for the same thing if it is late. For any number of threads; times are those of {@link
 * System#nanoTime}.
 *
 * <ol>
 *   <li>The first whole answer is the call's; the other call is given up then.
 *   <li>A failure waits for the other call. If both fail, the call has failed once.
 *   <li>A second call that takes twice as long as makes a first one late is given up: it would not have helped.
 * </ol>
 */
final class Race<C, A extends CallResult> {

    /** One of the two calls. */
    final class Runner {

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

        C call() {
            return call;
        }

        /**
         * It is about to be made.
         *
         * @param isFull whether no further call can be made beside it
         * @param whenGivenUp interrupts whoever makes it, until it arrives
         * @return whether it is still wanted
         */
        boolean begin(long now, boolean isFull, Runnable whenGivenUp) {
            synchronized (Race.this) {
                if (isDecided || (this != first && first.hasArrived)) {
                    withdraw();
                    return false;
                }
                begun = now;
                wasFull = isFull;
                hasBegun = true;
                interrupt = whenGivenUp;
                if (this == first) {
                    kind.ifPresent(hedging::began);
                } else {
                    Failpoint.SECOND_CALL.hit();
                }
                return true;
            }
        }

        /** It is about to be sent; false if nobody waits for it any more, so that it must not be. */
        boolean send() {
            synchronized (Race.this) {
                isSent = !isGivenUp;
                return isSent;
            }
        }

        /** Whoever makes it is through with it, and is not interrupted from now on; whether it was given up before. */
        boolean arrive(long now) {
            synchronized (Race.this) {
                arrived = now;
                hasArrived = true;
                interrupt = () -> {};
                return isGivenUp;
            }
        }

        /** Whether nobody waits for it any more. */
        boolean isGivenUp() {
            synchronized (Race.this) {
                return isGivenUp;
            }
        }

        /** Its answer has been read; what is to be handed over now, if anything. */
        Optional<Completed<C, A>> end(A result) {
            synchronized (Race.this) {
                return isGivenUp || isDecided ? Optional.empty() : ended(this, result);
            }
        }

        private void withdraw() {
            if (this == second) {
                second = null;
                hedging.ended(kind.orElseThrow(), SecondCall.NEEDLESS);
            }
        }

        private void giveUp(long now) {
            isGivenUp = true;
            if (isSent) {
                unused.add(Unused.givenUp(now - begun));
            }
            interrupt.run();
        }

        private boolean isOut() {
            return hasBegun && !hasEnded && !isGivenUp;
        }
    }

    private final C call;
    private final Optional<String> kind;
    private final Hedging hedging;
    private final Window window;
    private final List<Unused> unused = new ArrayList<>();
    private final Runner first = new Runner();
    private @Nullable Runner second;
    private boolean hadSecond;
    private boolean isDecided;

    /** @param kind of a call that may be made twice; empty of another */
    Race(C call, Optional<String> kind, Hedging hedging, Window window) {
        this.call = call;
        this.kind = kind;
        this.hedging = hedging;
        this.window = window;
    }

    Runner first() {
        return first;
    }

    /** Looks at the time: a second call that is to be made now, if any. A second call that is late itself is given up. */
    synchronized Optional<Runner> look(long now) {
        OptionalLong late =
                isDecided ? OptionalLong.empty() : kind.map(hedging::lateAfter).orElse(OptionalLong.empty());
        if (late.isEmpty() || !first.isOut() || first.hasArrived) {
            return Optional.empty();
        }
        Runner other = second;
        if (other == null) {
            return mayBeRepeated(now, late.getAsLong()) ? Optional.of(repeat()) : Optional.empty();
        }
        if (other.isOut() && !other.hasArrived && now - other.begun >= 2 * late.getAsLong()) {
            other.giveUp(now);
            hedging.ended(kind.orElseThrow(), SecondCall.LATE);
        }
        return Optional.empty();
    }

    private boolean mayBeRepeated(long now, long late) {
        return !hadSecond && now - first.begun >= late && hedging.allows(kind.orElseThrow(), now);
    }

    private Runner repeat() {
        hadSecond = true;
        Runner other = new Runner();
        second = other;
        return other;
    }

    private Optional<Completed<C, A>> ended(Runner runner, A result) {
        runner.hasEnded = true;
        tellOf(runner, result);
        Runner other = runner == first ? second : first;
        if (!result.isTransient()) {
            return Optional.of(decided(runner, other, result));
        }
        if (other == null || !other.isOut()) {
            return Optional.of(failed(other, result));
        }
        runner.failure = result;
        return Optional.empty();
    }

    private Completed<C, A> decided(Runner runner, @Nullable Runner other, A result) {
        isDecided = true;
        if (other != null && other.isOut()) {
            judge(runner, other);
            other.giveUp(runner.arrived);
            Failpoint.CALL_OVERTAKEN.hit();
        } else if (other != null && other.failure != null) {
            unused.add(Unused.failed(other.failure));
            judge(runner, other);
        }
        return new Completed<>(call, result, unused);
    }

    private void judge(Runner winner, Runner loser) {
        boolean wasLate = loser == second
                && loser.isSent
                && winner.arrived - loser.begun
                        >= hedging.lateAfter(kind.orElseThrow()).orElse(Long.MAX_VALUE);
        SecondCall end = winner == second ? SecondCall.WON : wasLate ? SecondCall.LATE : SecondCall.NEEDLESS;
        hedging.ended(kind.orElseThrow(), end);
    }

    /** The failure that came first is the call's. */
    private Completed<C, A> failed(@Nullable Runner other, A result) {
        isDecided = true;
        if (other == null || other.failure == null) {
            return new Completed<>(call, result, unused);
        }
        hedging.ended(kind.orElseThrow(), SecondCall.NEEDLESS);
        unused.add(Unused.failed(result));
        return new Completed<>(call, Objects.requireNonNull(other.failure), unused);
    }

    private void tellOf(Runner runner, A result) {
        boolean isRefused = result.answer() instanceof Reply reply && (reply.status() == 429 || reply.status() == 503);
        if (isRefused) {
            hedging.refused(runner.arrived);
        }
        if (runner == first || isRefused) {
            window.ended(new EndedCall(kind.orElse(""), runner.begun, runner.arrived, runner.wasFull, isRefused));
        }
        if (runner == first && !result.isTransient()) {
            kind.ifPresent(name -> hedging.ended(name, runner.arrived - runner.begun));
        }
    }
}
