package io.shelftally.publication.verification;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The values of a column that others refer to: 8 bytes for a whole number, so that millions of scans fit. */
final class KnownValues {

    private final Set<String> texts = new HashSet<>();
    private long[] numbers = new long[64];
    private int count;
    private boolean sorted = true;

    void add(String value) {
        if (!isNumber(value)) {
            texts.add(value);
            return;
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        long number = Longs.parse(value);
        sorted &= count == 0 || numbers[count - 1] <= number;
        numbers[count++] = number;
    }

    boolean has(String value) {
        if (!sorted) {
            Arrays.sort(numbers, 0, count);
            sorted = true;
        }
        return isNumber(value)
                ? Arrays.binarySearch(numbers, 0, count, Longs.parse(value)) >= 0
                : texts.contains(value);
    }

    private static boolean isNumber(String value) {
        return Long.toString(Longs.parse(value)).equals(value);
    }
}
