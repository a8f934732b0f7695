package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Reply;

/** What became of a call: the raw answer, and what the client read from it. */
public interface CallResult {

    /** The answer as it came. */
    Answer answer();

    /** A stable word to count the call by. */
    String result();

    /** Whether the vendor failed to answer (a time-out, a 5xx, a broken body), so that asking again may help. */
    boolean isTransient();

    /** Whether the answer tells that the vendor itself is in trouble; being asked to slow down does not. */
    default boolean isVendorFailure() {
        return isTransient() && !(answer() instanceof Reply reply && reply.status() == 429);
    }
}
