package io.shelftally.proof.sandbox.endpoints;

import java.time.Duration;

/**
 * When an answer leaves.
 *
 * @param arrived when the call came ({@link System#nanoTime}): what was done about it since is part of the time
 * @param time from then on, before the delay that a script wants
 * @param noted run as it leaves, even if the client has gone
 */
record Departure(long arrived, Duration time, Runnable noted) {}
