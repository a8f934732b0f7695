package io.shelftally.collect;

import io.shelftally.vendor.Answer;

/** What became of a call: the raw answer, and what the client read from it. */
public interface CallResult {

    /** The answer as it came. */
    Answer answer();

    /** Whether the vendor failed to answer (a time-out, a 5xx, a broken body), so that asking again may help. */
    boolean isTransient();
}
