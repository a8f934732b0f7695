package io.shelftally.operations.deletion;

import java.util.Arrays;

/**
 * Which hashes are referred to, as the first 64 bits of each: eight bytes a reference. Two hashes that share them are taken for
 * one, which at worst keeps what might go.
 */
public final class References {

    private static final int DIGITS = 16;

    private long[] hashes = new long[1024];
    private int size;
    private boolean isSorted = true;

    /** @param sha256 in hexadecimal */
    void add(String sha256) {
        add(first(sha256));
    }

    void add(long hash) {
        if (size == hashes.length) {
            compact();
        }
        hashes[size++] = hash;
        isSorted = false;
    }

    void addAll(References others) {
        for (int i = 0; i < others.size; i++) {
            add(others.hashes[i]);
        }
    }

    boolean contains(String sha256) {
        return contains(first(sha256));
    }

    boolean contains(long hash) {
        if (!isSorted) {
            compact();
        }
        return Arrays.binarySearch(hashes, 0, size, hash) >= 0;
    }

    /** Sorts, drops what stands twice, and makes room. */
    private void compact() {
        Arrays.sort(hashes, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                long hash = hashes[i];
                hashes[kept++] = hash;
            }
        }
        size = kept;
        isSorted = true;
        if (size > hashes.length / 2) {
            hashes = Arrays.copyOf(hashes, 2 * hashes.length);
        }
    }

    private static long first(String sha256) {
        return Long.parseUnsignedLong(sha256, 0, DIGITS, DIGITS);
    }
}
