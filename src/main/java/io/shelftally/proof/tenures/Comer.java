package io.shelftally.proof.tenures;

import java.time.Instant;

/**
 * A process that came to take part.
 *
 * @param name by which it holds tasks
 * @param at when it came
 */
public record Comer(String name, long pid, Instant at) {}
