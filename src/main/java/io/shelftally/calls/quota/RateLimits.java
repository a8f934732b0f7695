package io.shelftally.calls.quota;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.RetryAfter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an answer says of the quota (the vendor's page on rate limits, and the IETF's RateLimit header drafts). Numbers
 * that cannot be read are empty, and nothing throws.
 *
 * @param policies every window that the vendor counts in
 * @param limit of the most restrictive window, as are the next two
 * @param remaining the calls left in it
 * @param reset the time until it begins anew
 * @param refusedFor how long no call will be accepted; empty unless the status is 429
 */
public record RateLimits(
        List<RatePolicy> policies,
        Optional<Long> limit,
        Optional<Long> remaining,
        Optional<Duration> reset,
        Optional<Duration> refusedFor) {

    /** Nothing was said. */
    public static final RateLimits NONE =
            new RateLimits(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration UNNAMED_PAUSE = Duration.ofSeconds(1);

    public RateLimits {
        policies = List.copyOf(policies);
    }

    /** What the answer's headers say. */
    public static RateLimits of(Answer answer) {
        if (!(answer instanceof Reply reply)) {
            return NONE;
        }
        return new RateLimits(
                RatePolicy.in(reply.headers().allValues("RateLimit-Policy")),
                RateNumbers.count(reply, "Limit"),
                RateNumbers.count(reply, "Remaining"),
                RateNumbers.reset(reply),
                refusedFor(reply));
    }

    private static Optional<Duration> refusedFor(Reply reply) {
        return reply.status() == TOO_MANY_REQUESTS
                ? Optional.of(RetryAfter.of(reply).orElse(UNNAMED_PAUSE))
                : Optional.empty();
    }
}
