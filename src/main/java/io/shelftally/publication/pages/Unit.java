package io.shelftally.publication.pages;

import java.util.stream.LongStream;

/** What the values of a trend are, as whole numbers, and how people read them. */
public enum Unit {
    /** Of so many things. */
    COUNT,
    /** Tenths of a percent, 0 to 1000. */
    SHARE,
    /** Milliseconds. */
    MILLIS;

    private static final long SHARE_STEP = 50;
    private static final long SHARE_MOST = 1000;

    /** A part of a whole that is not 0, rounded half up; but all of it, and nothing of it, is said of no other share. */
    public static long share(long part, long whole) {
        long tenths = (2 * SHARE_MOST * part + whole) / (2 * whole);
        if (part > 0 && part < whole) {
            return Math.max(1, Math.min(tenths, SHARE_MOST - 1));
        }
        return tenths;
    }

    String text(long value) {
        return switch (this) {
            case COUNT -> Figures.number(value);
            case SHARE -> value / 10 + "." + value % 10 + " %";
            case MILLIS -> Figures.number(value) + " ms";
        };
    }

    /** Where the axis begins: a share from near its least, since a fall of a few points matters; else at 0. */
    long floor(long least, long most) {
        return isZoomed(most) ? Math.min(least / SHARE_STEP * SHARE_STEP, SHARE_MOST - 2 * SHARE_STEP) : 0;
    }

    /** Where the axis ends: the next 5 % of a share, else 1, 2 or 5 times a power of ten. */
    long ceiling(long most, long floor) {
        return isZoomed(most)
                ? Math.max((most + SHARE_STEP - 1) / SHARE_STEP * SHARE_STEP, floor + 2 * SHARE_STEP)
                : round(most);
    }

    /** A share that is small is seen whole. */
    private boolean isZoomed(long most) {
        return this == SHARE && most >= 2 * SHARE_STEP;
    }

    private static long round(long most) {
        long power = 1;
        while (power * 10 <= most) {
            power *= 10;
        }
        long magnitude = power;
        return LongStream.of(1, 2, 5, 10)
                .map(times -> times * magnitude)
                .filter(end -> end >= most)
                .findFirst()
                .orElse(most);
    }
}
