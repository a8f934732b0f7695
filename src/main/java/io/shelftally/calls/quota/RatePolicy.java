package io.shelftally.calls.quota;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A window that the vendor counts in, written {@code 300;w=60} or {@code "name";q=300;w=60}.
 *
 * @param limit the calls in it, 1 or more
 * @param seconds its length, 1 or more
 */
public record RatePolicy(long limit, long seconds) {

    /** The policies of the header's lines; those that cannot be read are left out. */
    static List<RatePolicy> in(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .flatMap(item -> read(item).stream())
                .toList();
    }

    private static Optional<RatePolicy> read(String item) {
        String[] parts = item.split(";", -1);
        Optional<Long> limit = RateNumbers.number(parts[0]).or(() -> parameter(parts, "q"));
        Optional<Long> seconds = parameter(parts, "w");
        return limit.filter(calls -> calls > 0)
                .flatMap(calls -> seconds.filter(length -> length > 0).map(length -> new RatePolicy(calls, length)));
    }

    private static Optional<Long> parameter(String[] parts, String name) {
        return Arrays.stream(parts)
                .map(String::strip)
                .filter(part -> part.startsWith(name + "="))
                .findFirst()
                .flatMap(part -> RateNumbers.number(part.substring(name.length() + 1)));
    }
}
