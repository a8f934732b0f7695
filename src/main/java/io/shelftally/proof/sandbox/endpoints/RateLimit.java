package io.shelftally.proof.sandbox.endpoints;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Closient's limits on one API key: so many calls in any minute and in any day. Refused calls do not count.
 */
final class RateLimit {

    private final List<SlidingWindow> windows = new ArrayList<>();
    private final Clock clock;

    RateLimit(Limits limits, Clock clock) {
        this.clock = clock;
        if (limits.perMinute() > 0) {
            windows.add(new SlidingWindow(limits.perMinute(), Duration.ofMinutes(1)));
        }
        if (limits.perDay() > 0) {
            SlidingWindow day = new SlidingWindow(limits.perDay(), Duration.ofDays(1));
            for (int i = 0; i < limits.usedToday(); i++) {
                day.add(clock.millis());
            }
            windows.add(day);
        }
    }

    /** Whether a call is let through, and the headers that its answer carries. */
    record Decision(boolean allowed, Map<String, String> headers) {}

    synchronized Decision take() {
        long now = clock.millis();
        List<SlidingWindow> spent =
                windows.stream().filter(window -> window.remaining(now) == 0).toList();
        if (spent.isEmpty()) {
            windows.forEach(window -> window.add(now));
            return new Decision(true, headers());
        }
        SlidingWindow last = spent.stream()
                .max(Comparator.comparing(window -> window.resetSeconds(now)))
                .orElseThrow();
        Map<String, String> headers = headers(last, now);
        headers.put("Retry-After", headers.getOrDefault("RateLimit-Reset", ""));
        return new Decision(false, headers);
    }

    /** The headers of a call that does not count. */
    synchronized Map<String, String> headers() {
        long now = clock.millis();
        return windows.stream()
                .min(Comparator.comparing(window -> window.remaining(now)))
                .map(window -> headers(window, now))
                .orElse(Map.of());
    }

    private Map<String, String> headers(SlidingWindow window, long now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "RateLimit-Policy", windows.stream().map(SlidingWindow::policy).collect(Collectors.joining(", ")));
        headers.put("RateLimit-Limit", Integer.toString(window.limit()));
        headers.put("RateLimit-Remaining", Integer.toString(window.remaining(now)));
        headers.put("RateLimit-Reset", Long.toString(window.resetSeconds(now)));
        return headers;
    }
}
