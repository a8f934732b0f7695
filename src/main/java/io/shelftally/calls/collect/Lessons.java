package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.hedging.SecondCall;
import io.shelftally.calls.window.EndedCall;
import io.shelftally.calls.window.Window;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a {@link Race} knows from those before it, and what those after it learn from it: when a call is late, whether a second
 * one pays, and how many calls at once the vendor bears.
 *
 * @param kind of a call that may be made twice; empty of another
 */
record Lessons(Optional<String> kind, Hedging hedging, Window window) {

    /** How many nanoseconds after its beginning a call is late; empty if that is not known yet, or it may not be repeated. */
    OptionalLong lateAfter() {
        return kind.map(hedging::lateAfter).orElse(OptionalLong.empty());
    }

    /** Whether a second call may be made now; true is said once for each, so make it. */
    boolean allowsSecond(long now) {
        return kind.filter(name -> hedging.allows(name, now)).isPresent();
    }

    void firstBegan() {
        kind.ifPresent(hedging::began);
    }

    void secondEnded(SecondCall end) {
        hedging.ended(kind.orElseThrow(), end);
    }

    /** One of the two brought the answer; the other is still out, or had failed. */
    void decided(Runner<?, ?> winner, Runner<?, ?> loser) {
        boolean isLate = !loser.isFirst()
                && loser.isSent()
                && winner.arrived() - loser.begun() >= lateAfter().orElse(Long.MAX_VALUE);
        secondEnded(!winner.isFirst() ? SecondCall.WON : isLate ? SecondCall.LATE : SecondCall.NEEDLESS);
    }

    /** A call came to its end by itself. */
    void ended(Runner<?, ?> runner, CallResult result) {
        boolean isRefused = result.answer() instanceof Reply reply && (reply.status() == 429 || reply.status() == 503);
        if (isRefused) {
            hedging.refused(runner.arrived());
        }
        if (runner.isFirst() || isRefused) {
            window.ended(new EndedCall(kind.orElse(""), runner.begun(), runner.arrived(), runner.wasFull(), isRefused));
        }
        if (runner.isFirst() && !result.isTransient()) {
            kind.ifPresent(name -> hedging.ended(name, runner.arrived() - runner.begun()));
        }
    }
}
