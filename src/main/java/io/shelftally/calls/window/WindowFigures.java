package io.shelftally.calls.window;

/**
 * The calls in flight that a window allowed.
 *
 * @param isAuto whether it finds them itself
 * @param last what it allows now, or at its end
 */
public record WindowFigures(boolean isAuto, int last, int least, int most) {}
