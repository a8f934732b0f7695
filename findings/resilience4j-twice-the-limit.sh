#!/usr/bin/env bash
# Resilience4j's rate limiter lets twice its limit through within a sixth of its period.
#
# Versions: io.github.resilience4j:resilience4j-ratelimiter 2.4.0.
# One would expect of "10 permits for 10 seconds" that no 10 seconds have more than 10, as a vendor counts who looks back from
# each call.
# Periods follow each other from the limiter's making, and each begins with all permits. 10 calls at the end of one and 10 at
# the beginning of the next are 20 within a second and a half, of which the vendor refuses half.
#
# Seen on 2026-11-28:
#   9 s after the beginning: 10 of 12 permitted
#   1.5 s later: 10 of 12 permitted
#   within less than 10 s: 20

. "$(dirname -- "$0")/.lib"

jars io.github.resilience4j:resilience4j-ratelimiter:2.4.0

java_source <<'EOJ' | as_seen
import io.github.resilience4j.ratelimiter.*;
import java.time.Duration;
import java.util.stream.IntStream;

class Finding {

    public static void main(String[] args) throws InterruptedException {
        RateLimiter limiter = RateLimiter.of("vendor", RateLimiterConfig.custom()
                .limitForPeriod(10)
                .limitRefreshPeriod(Duration.ofSeconds(10))
                .timeoutDuration(Duration.ZERO)
                .build());
        Thread.sleep(9_000);
        long begun = System.nanoTime();
        long before = permitted(limiter);
        System.out.println("9 s after the beginning: " + before + " of 12 permitted");
        Thread.sleep(1_500);
        long after = permitted(limiter);
        System.out.println("1.5 s later: " + after + " of 12 permitted");
        boolean withinPeriod = System.nanoTime() - begun < Duration.ofSeconds(10).toNanos();
        System.out.println("within " + (withinPeriod ? "less" : "more") + " than 10 s: " + (before + after));
    }

    static long permitted(RateLimiter limiter) {
        return IntStream.range(0, 12).filter(call -> limiter.acquirePermission()).count();
    }
}
EOJ
