package io.shelftally.calls.collect;

import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.calls.hedging.SecondCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A call of a lane, and a second one for the same thing if it is late. For any number of threads, by its lock; times are those
 * of {@link System#nanoTime}.
 *
 * <ol>
 *   <li>The first whole answer is the call's; the other call is given up then.
 *   <li>A failure waits for the other call. If both fail, the call has failed once.
 *   <li>A second call that takes twice as long as makes a first one late is given up: it would not have helped.
 * </ol>
 */
final class Race<C, A extends CallResult> {

    private final C call;
    private final Lessons lessons;
    private final List<Unused> unused = new ArrayList<>();
    private final Runner<C, A> first = new Runner<>(this, true);
    private @Nullable Runner<C, A> second;
    private boolean isDecided;

    Race(C call, Lessons lessons) {
        this.call = call;
        this.lessons = lessons;
    }

    C call() {
        return call;
    }

    Runner<C, A> first() {
        return first;
    }

    /** Looks at the time: a second call that is to be made now, if any. A second call that is late itself is given up. */
    synchronized Optional<Runner<C, A>> look(long now) {
        OptionalLong late = isDecided ? OptionalLong.empty() : lessons.lateAfter();
        if (late.isEmpty() || !first.isOut() || first.hasArrived()) {
            return Optional.empty();
        }
        Runner<C, A> other = second;
        if (other == null) {
            boolean isLate = now - first.begun() >= late.getAsLong();
            return isLate && lessons.allowsSecond(now) ? Optional.of(repeat()) : Optional.empty();
        }
        if (other.isOut() && !other.hasArrived() && now - other.begun() >= 2 * late.getAsLong()) {
            other.giveUp(now).ifPresent(unused::add);
            lessons.secondEnded(SecondCall.LATE);
        }
        return Optional.empty();
    }

    private Runner<C, A> repeat() {
        Runner<C, A> other = new Runner<>(this, false);
        second = other;
        return other;
    }

    /** Whether a call that waited for its turn is still to be made. */
    boolean wants(Runner<C, A> runner) {
        boolean isWanted = !isDecided && (runner.isFirst() || !first.hasArrived());
        if (!isWanted && !runner.isFirst()) {
            lessons.secondEnded(SecondCall.NEEDLESS);
        }
        return isWanted;
    }

    void began(Runner<C, A> runner) {
        if (runner.isFirst()) {
            lessons.firstBegan();
        } else {
            Failpoint.SECOND_CALL.hit();
        }
    }

    boolean isDecided() {
        return isDecided;
    }

    /** What is to be handed over now, if anything. */
    Optional<Completed<C, A>> ended(Runner<C, A> runner, A result) {
        lessons.ended(runner, result);
        Runner<C, A> other = runner.isFirst() ? second : first;
        if (!result.isTransient()) {
            return Optional.of(decided(runner, other, result));
        }
        if (other == null || !other.isOut()) {
            return Optional.of(failed(other, result));
        }
        runner.keep(result);
        return Optional.empty();
    }

    private Completed<C, A> decided(Runner<C, A> runner, @Nullable Runner<C, A> other, A result) {
        isDecided = true;
        if (other != null && other.isOut()) {
            lessons.decided(runner, other);
            other.giveUp(runner.arrived()).ifPresent(unused::add);
            Failpoint.CALL_OVERTAKEN.hit();
        } else if (other != null && other.hasFailed()) {
            unused.add(Unused.failed(other.failure()));
            lessons.decided(runner, other);
        }
        return new Completed<>(call, result, unused);
    }

    /** The failure that came first is the call's. */
    private Completed<C, A> failed(@Nullable Runner<C, A> other, A result) {
        isDecided = true;
        if (other == null || !other.hasFailed()) {
            return new Completed<>(call, result, unused);
        }
        lessons.secondEnded(SecondCall.NEEDLESS);
        unused.add(Unused.failed(result));
        return new Completed<>(call, other.failure(), unused);
    }
}
