package io.shelftally.simulation;

import java.util.Random;

/** Draws. */
public final class Draw {

    private Draw() {}

    /** One of some things. */
    @SafeVarargs
    public static <T> T oneOf(Random random, T... things) {
        return things[random.nextInt(things.length)];
    }
}
