package io.shelftally.calls.window;

import java.util.OptionalInt;

/**
 * The calls in flight that a window allowed.
 *
 * @param isAuto whether it finds them itself
 * @param last what it allows now, or at its end
 */
public record WindowFigures(boolean isAuto, int last, int least, int most) {

    /** What it allows, where it finds that itself; empty of a fixed one. */
    public OptionalInt found() {
        return isAuto ? OptionalInt.of(last) : OptionalInt.empty();
    }
}
