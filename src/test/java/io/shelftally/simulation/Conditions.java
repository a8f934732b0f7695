package io.shelftally.simulation;

import java.time.Duration;
import java.util.Random;

/**
 * What a simulated world is like.
 *
 * @param jobs the processes that share the key, each with captures of its own, from 1
 * @param captures of each job and night
 * @param scans of each job and night
 * @param perMinute the calls that the vendor allows in any 60 s; 0 is no limit
 * @param perDay the calls that the vendor allows in any 24 h; 0 is no limit
 * @param settling within which time the vendors settle what they settle
 * @param troubles how many times a process is killed or stopped, the net fails, or the clock is set
 * @param badCalls the share of calls that befalls trouble
 * @param slowCalls the share of calls that take seconds
 * @param stalls the share of transactions around which a process stalls
 * @param scansInFlight the calls in flight about scans; 0 for a window that finds them itself
 * @param hedgeShare the share of calls about scans that may be made twice
 * @param ordinary whether every capture is completed at its first read
 */
record Conditions(
        int jobs,
        int nights,
        int captures,
        int scans,
        int perMinute,
        int perDay,
        double reserve,
        Headers headers,
        int inFlight,
        int maxRetries,
        int attempts,
        Duration waiting,
        Duration settling,
        int troubles,
        double badCalls,
        double slowCalls,
        double stalls,
        int scansInFlight,
        double hedgeShare,
        boolean ordinary) {

    static Conditions drawn(Random random) {
        int jobs = 1 + random.nextInt(2);
        int captures = 1 + random.nextInt(70 / jobs);
        boolean isCalm = random.nextInt(4) == 0;
        return new Conditions(
                        jobs,
                        1 + random.nextInt(3) / 2,
                        captures,
                        random.nextInt(15),
                        random.nextInt(3) == 0 ? 0 : 20 + random.nextInt(120),
                        random.nextBoolean() ? 0 : 10 + random.nextInt(captures * jobs * 3),
                        random.nextInt(3) == 0 ? 0.2 : 0,
                        Draw.oneOf(random, Headers.values()),
                        1 + random.nextInt(32),
                        random.nextInt(5) == 0 ? random.nextInt(3) : 1,
                        1 + random.nextInt(4),
                        Duration.ofSeconds(random.nextInt(5) == 0 ? 0 : 20 + random.nextInt(160)),
                        Duration.ofSeconds(random.nextInt(120)),
                        isCalm ? 0 : random.nextInt(9),
                        isCalm ? 0 : random.nextDouble() * random.nextDouble() / 2,
                        isCalm ? 0 : random.nextDouble() / 10,
                        random.nextInt(3) == 0 ? random.nextDouble() / 50 : 0,
                        0,
                        0,
                        false)
                .withScans(random);
    }

    /** A night without any fault, of captures alone, settled when it begins. */
    static Conditions undisturbed(int jobs, int captures, int perMinute, int perDay, boolean ordinary) {
        return new Conditions(
                jobs,
                1,
                captures,
                0,
                perMinute,
                perDay,
                0,
                Headers.ALWAYS,
                32,
                1,
                4,
                Duration.ofSeconds(40),
                Duration.ZERO,
                0,
                0,
                0,
                0,
                32,
                0,
                ordinary);
    }

    /** Drawn last, so that the worlds of earlier seeds stay as they were: in a third of them many scans, where calls are repeated. */
    private Conditions withScans(Random random) {
        boolean isMany = random.nextInt(3) == 0;
        return new Conditions(
                jobs,
                nights,
                captures,
                isMany ? 80 + random.nextInt(120) : scans,
                perMinute,
                perDay,
                reserve,
                headers,
                inFlight,
                maxRetries,
                attempts,
                waiting,
                settling,
                troubles,
                badCalls,
                slowCalls,
                stalls,
                random.nextBoolean() ? 0 : inFlight,
                random.nextInt(3) == 0 ? 0 : 0.02 + random.nextDouble() / 5,
                false);
    }
}
