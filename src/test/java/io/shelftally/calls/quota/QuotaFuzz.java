package io.shelftally.calls.quota;

import io.shelftally.calls.answers.Reply;
import io.shelftally.fuzz.FuzzTarget;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The headers that tell of limits. */
public final class QuotaFuzz {

    private static final List<String> NAMES = List.of(
            "RateLimit-Policy",
            "RateLimit-Limit",
            "RateLimit-Remaining",
            "RateLimit-Reset",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "Date");

    private QuotaFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(FuzzTarget.ofText(
                "RateLimit headers",
                List.of(
                        "300;w=60, 10000;w=86400",
                        "\"day\";q=300;w=60",
                        "10000",
                        "1795305600",
                        "59",
                        "Sun, 06 Nov 1994 08:49:37 GMT"),
                List.of(";", ",", "w=", "q=", "w=0", "0", "9", "-1", " ", "\t", "1e9", "999999999999999", "٣", "\""),
                QuotaFuzz::check));
    }

    /** No longer header comes through. */
    private static void check(String written) {
        String text = written.substring(0, Math.min(written.length(), 1 << 16));
        for (String name : NAMES) {
            HttpHeaders headers = HttpHeaders.of(Map.of(name, List.of(text, text)), (key, value) -> true);
            RateLimits limits = RateLimits.of(new Reply(429, headers, new byte[0], Instant.EPOCH));
            boolean isValid = limits.limit().orElse(0L) >= 0
                    && limits.remaining().orElse(0L) >= 0
                    && !limits.reset().orElse(Duration.ZERO).isNegative()
                    && limits.refusedFor().isPresent()
                    && limits.policies().stream().allMatch(policy -> policy.limit() > 0 && policy.seconds() > 0);
            if (!isValid) {
                throw new AssertionError(name + ": " + text + " is read as " + limits);
            }
        }
    }
}
