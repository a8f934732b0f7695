package io.shelftally.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws inputs from a seed: honest ones cut, joined, overwritten, stuffed with words, repeated, and now and then of a MB. */
final class Mutator {

    static final int LONGEST = 1 << 20;

    private static final int MOST_CHANGES = 6;
    private static final int ONE_OF_LONG = 200;

    private final Random random;
    private final List<byte[]> seeds;
    private final List<byte[]> words;

    Mutator(FuzzTarget target, long seed) {
        this.random = new Random(seed);
        this.seeds = target.seeds().stream().map(Mutator::bytes).toList();
        this.words = target.words().stream().map(Mutator::bytes).toList();
    }

    byte[] next() {
        byte[] input = any(seeds);
        for (int changes = random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            input = changed(input);
        }
        return random.nextInt(ONE_OF_LONG) == 0 ? grown(input) : input;
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(1 + random.nextInt(64)));
        return switch (random.nextInt(8)) {
            case 0 -> replaced(input, from, to, new byte[0]);
            case 1 -> replaced(input, from, from, any(words));
            case 2 -> replaced(input, from, to, any(words));
            case 3 -> replaced(input, from, to, noise());
            case 4 -> replaced(input, from, from, Arrays.copyOfRange(input, from, to));
            case 5 -> replaced(input, from, input.length, tail(any(seeds)));
            case 6 -> replaced(input, from, from, repeated(any(words), 1 + random.nextInt(600)));
            default -> flipped(input);
        };
    }

    /** About a MB: a piece again and again, between the two parts of what there was. */
    private byte[] grown(byte[] input) {
        int at = random.nextInt(input.length + 1);
        byte[] piece = random.nextBoolean() ? any(words) : tail(input);
        return replaced(input, at, at, repeated(piece, Math.max(1, LONGEST / Math.max(1, piece.length))));
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(12)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] flipped(byte[] input) {
        byte[] flipped = input.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] tail(byte[] input) {
        return Arrays.copyOfRange(input, random.nextInt(input.length + 1), input.length);
    }

    private byte[] any(List<byte[]> pieces) {
        return pieces.get(random.nextInt(pieces.size()));
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        byte[] changed = new byte[input.length - (to - from) + by.length];
        System.arraycopy(input, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(input, to, changed, from + by.length, input.length - to);
        return changed;
    }

    private static byte[] repeated(byte[] piece, int times) {
        byte[] repeated = new byte[piece.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, repeated, i * piece.length, piece.length);
        }
        return repeated;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
