package io.shelftally.simulation;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An API key's calls by the vendor's own count: each that reaches it, the refused ones too. */
public final class KeyQuota {

    private final Stage stage;
    private final Random random;
    private final Headers headers;
    private final SlidingCount minute;
    private final SlidingCount day;
    private final List<Long> instants = new ArrayList<>();
    private long refused;

    KeyQuota(Stage stage, Random random, int perMinute, int perDay, Headers headers) {
        this.stage = stage;
        this.random = random;
        this.headers = headers;
        this.minute = new SlidingCount(perMinute, Duration.ofSeconds(60));
        this.day = new SlidingCount(perDay, Duration.ofHours(24));
    }

    /** Counts a call; whether it may be carried out. */
    public boolean admits() {
        instants.add(stage.nanos());
        minute.count(stage.nanos());
        day.count(stage.nanos());
        boolean isRefused = minute.isTooFull() || day.isTooFull();
        refused += isRefused ? 1 : 0;
        return !isRefused;
    }

    /** The headers of the answer to the call that was counted last. */
    public HttpHeaders headers(boolean isRefused) {
        Map<String, List<String>> said = new TreeMap<>();
        SlidingCount restrictive = minute.remaining() <= day.remaining() ? minute : day;
        long reset = restrictive.resetSeconds(stage.nanos());
        if (isRefused) {
            said.put("Retry-After", List.of(String.valueOf(reset)));
        }
        if (headers == Headers.ALWAYS || (headers == Headers.SOMETIMES && random.nextBoolean())) {
            said.put("RateLimit-Policy", List.of(minute.limit() + ";w=60, " + day.limit() + ";w=86400"));
            said.put("RateLimit-Limit", List.of(String.valueOf(restrictive.limit())));
            said.put("RateLimit-Remaining", List.of(String.valueOf(restrictive.remaining())));
            said.put("RateLimit-Reset", List.of(String.valueOf(reset)));
        }
        return HttpHeaders.of(said, (name, value) -> true);
    }

    int calls() {
        return instants.size();
    }

    /** The calls of a span of time, by its ends counted from the first call. */
    long callsWithin(Duration from, Duration to) {
        long first = instants.get(0);
        return instants.stream()
                .map(at -> at - first)
                .filter(at -> at >= from.toNanos() && at < to.toNanos())
                .count();
    }

    /** How many calls there were in each minute from the first one. */
    Map<Long, Long> callsByMinute() {
        long first = instants.get(0);
        return instants.stream()
                .collect(Collectors.groupingBy(
                        at -> Duration.ofNanos(at - first).toMinutes(), TreeMap::new, Collectors.counting()));
    }

    long refused() {
        return refused;
    }

    SlidingCount minute() {
        return minute;
    }

    SlidingCount day() {
        return day;
    }
}
