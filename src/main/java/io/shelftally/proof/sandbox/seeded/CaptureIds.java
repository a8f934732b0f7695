package io.shelftally.proof.sandbox.seeded;

import io.shelftally.proof.sandbox.world.CaptureScript;
import java.util.OptionalLong;

/**
 * Capture ids that can be read back without a list of them: eleven letters hold the index, spread by an odd factor, eleven
 * more hold a check of it.
 */
final class CaptureIds {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int HALF = 11;
    private static final long FACTOR = 0xD1B54A32D192ED03L;
    private static final long INVERSE = inverse(FACTOR);

    private final long seed;

    CaptureIds(long seed) {
        this.seed = Dice.mixed(seed);
    }

    String id(long index) {
        long spread = (index + 1) * FACTOR + seed;
        return written(spread) + written(check(spread));
    }

    /** The index that {@link #id} was given; empty for any other id. */
    OptionalLong index(String id) {
        if (!CaptureScript.ID.matcher(id).matches()) {
            return OptionalLong.empty();
        }
        long spread = read(id.substring(0, HALF));
        long index = (spread - seed) * INVERSE - 1;
        return id(index).equals(id) ? OptionalLong.of(index) : OptionalLong.empty();
    }

    private long check(long spread) {
        return Dice.mixed(spread ^ Long.rotateLeft(seed, 32));
    }

    private static String written(long value) {
        char[] letters = new char[HALF];
        long rest = value;
        for (int i = HALF - 1; i >= 0; i--) {
            letters[i] = LETTERS.charAt((int) Long.remainderUnsigned(rest, LETTERS.length()));
            rest = Long.divideUnsigned(rest, LETTERS.length());
        }
        return new String(letters);
    }

    private static long read(String half) {
        long value = 0;
        for (int i = 0; i < half.length(); i++) {
            value = value * LETTERS.length() + LETTERS.indexOf(half.charAt(i));
        }
        return value;
    }

    /** Of an odd number, modulo 2 to the 64th, by Newton's method: each round doubles the right bits, from 3. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int round = 0; round < 5; round++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
