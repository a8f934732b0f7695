package io.shelftally.calls.collect;

import java.time.Duration;

/**
 * A call whose answer is not used, because another one for the same thing answered.
 *
 * @param result {@code hedged} for one that was given up; what it met for one that failed by itself
 */
public record Unused(String result, Duration took) {

    /** A call that was given up after so many nanoseconds. */
    static Unused givenUp(long nanos) {
        return new Unused("hedged", Duration.ofNanos(nanos));
    }

    static Unused failed(CallResult result) {
        return new Unused(result.result(), result.answer().took());
    }
}
