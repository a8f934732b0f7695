package io.shelftally.calls.hedging;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether second calls of a kind pay. Where a call is slow by chance the second is fast; where it is slow because of what it asks
 * for, the second is as late as the first. Not thread-safe.
 *
 * <ol>
 *   <li>The first {@value #TRIALS} are a trial, and the last so many that ended clearly are judged: at least half of them must
 *       have been overtaken by the second call.
 *   <li>Else no more are made, but one after each {@value #PAUSE} calls, to see whether it has changed.
 * </ol>
 */
final class Payoff {

    static final int TRIALS = 8;
    static final int PAUSE = 500;

    private final Deque<Boolean> ended = new ArrayDeque<>();
    private int wins;
    private int open;
    private int callsSince;

    /** A call was begun. */
    void called() {
        callsSince++;
    }

    /** Whether a second call may be begun. */
    boolean allowsAnother() {
        if (ended.size() < TRIALS) {
            return open + ended.size() < TRIALS;
        }
        boolean mayLook = open == 0 && (callsSince >= PAUSE || Boolean.TRUE.equals(ended.peekLast()));
        return 2 * wins >= TRIALS || mayLook;
    }

    void begun() {
        open++;
        callsSince = 0;
    }

    void ended(SecondCall end) {
        open--;
        if (end != SecondCall.NEEDLESS) {
            boolean hasWon = end == SecondCall.WON;
            ended.addLast(hasWon);
            wins += hasWon ? 1 : 0;
            if (ended.size() > TRIALS && ended.removeFirst()) {
                wins--;
            }
        }
    }
}
