package io.shelftally.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A process that takes part.
 *
 * @param kinds what it can run
 * @param since by the database's clock, as all times here
 * @param silence the time since its last sign of life
 * @param done what it says it has done since then, in a unit of its own
 * @param perMinute the same a minute, over the last half of one
 * @param running instances that it has in hand, by kind and instance
 */
public record Member(
        String name,
        String host,
        long pid,
        List<String> kinds,
        int threads,
        Instant since,
        Duration silence,
        long done,
        long perMinute,
        List<String> running) {}
