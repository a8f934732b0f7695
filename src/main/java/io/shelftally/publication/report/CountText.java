package io.shelftally.publication.report;

import java.util.Map;
import java.util.stream.Collectors;

/** Counts in a line for people, such as {@code 3 REPORTED, 1 FAILED}; those of zero are left out. */
public final class CountText {

    private CountText() {}

    public static String of(Map<? extends Enum<?>, Long> counts) {
        String text = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }
}
