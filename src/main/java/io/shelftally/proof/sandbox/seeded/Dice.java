package io.shelftally.proof.sandbox.seeded;

/** Chances that depend on a seed and a subject alone, on every machine (the SplitMix64 generator). */
final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed, String kind, long index) {
        this.state = mixed(mixed(seed * GAMMA + kind.hashCode()) + index * GAMMA);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) Math.floorMod(next(), (long) bound);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    long next() {
        state += GAMMA;
        return mixed(state);
    }

    static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
