package io.shelftally.publication.verification;

import java.util.Map;
import java.util.TreeMap;

/** Counts rows by something, such as {@code captures.csv outcome RECONCILED}. */
final class Tally {

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    void add(String what, String value) {
        counts.computeIfAbsent(what, name -> new TreeMap<>()).merge(value, 1L, Long::sum);
    }

    long count(String what, String value) {
        return of(what).getOrDefault(value, 0L);
    }

    Map<String, Long> of(String what) {
        return counts.getOrDefault(what, Map.of());
    }
}
