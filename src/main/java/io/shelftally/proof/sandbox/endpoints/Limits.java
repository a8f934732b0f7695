package io.shelftally.proof.sandbox.endpoints;

import java.time.Duration;

/**
 * How much the vendors allow.
 *
 * @param perMinute Closient calls in any minute; 0 is no limit; the vendor's default is 300
 * @param perDay Closient calls in any 24 hours; 0 is no limit; the vendor's default is 10,000
 * @param usedToday calls that somebody else made with the key just before the start
 * @param scanIds the most ids in one Pensa status call; the vendor does not document one
 * @param tokenLife how long an issued Pensa token is good for
 */
public record Limits(int perMinute, int perDay, int usedToday, int scanIds, Duration tokenLife) {

    /** What the vendors document, and 100 scan ids. */
    public static final Limits DOCUMENTED = new Limits(300, 10_000, 0, 100, Duration.ofHours(1));

    public Limits {
        if (perMinute < 0 || perDay < 0 || usedToday < 0) {
            throw new IllegalArgumentException("a limit must be 0 or more");
        }
        if (scanIds < 1) {
            throw new IllegalArgumentException("at least one scan id must be allowed, not " + scanIds);
        }
        if (tokenLife.toSeconds() < 1) {
            throw new IllegalArgumentException("a token must live a second or more, not " + tokenLife);
        }
    }

    public Limits withRates(int newPerMinute, int newPerDay) {
        return new Limits(newPerMinute, newPerDay, usedToday, scanIds, tokenLife);
    }

    public Limits withTokenLife(Duration life) {
        return new Limits(perMinute, perDay, usedToday, scanIds, life);
    }
}
