package io.shelftally.calls.window;

/**
 * A call that came to its end by itself; times are those of {@link System#nanoTime}.
 *
 * @param kind such as {@code report}
 * @param wasFull whether no other call could be begun beside it when it was begun
 * @param isRefused whether the vendor asked to be spared: HTTP 429 or 503
 */
public record EndedCall(String kind, long begun, long ended, boolean wasFull, boolean isRefused) {}
