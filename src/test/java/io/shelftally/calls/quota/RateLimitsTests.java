package io.shelftally.calls.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTests {

    private static final Instant NOW = Instant.parse("2026-11-06T08:49:37Z");

    @Test
    void theDocumentedHeadersAreRead() {
        RateLimits limits = RateLimits.of(reply(
                200,
                Map.of(
                        "RateLimit-Policy", List.of("300;w=60, 10000;w=86400"),
                        "RateLimit-Limit", List.of("10000"),
                        "RateLimit-Remaining", List.of("12"),
                        "RateLimit-Reset", List.of("86399"))));

        assertThat(limits)
                .isEqualTo(new RateLimits(
                        List.of(new RatePolicy(300, 60), new RatePolicy(10_000, 86_400)),
                        Optional.of(10_000L),
                        Optional.of(12L),
                        Optional.of(Duration.ofSeconds(86_399)),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 ; w=60 ; comment=\"x\" | 100 | 60",
                "\"burst\";q=100;w=60 | 100 | 60",
                "junk, 5;w=1 | 5 | 1",
                "0;w=60, -3;w=60, 9;w=0, 9;w=, 7, ;, 100;w=60 | 100 | 60"
            })
    void aPolicyIsReadInEitherFormAndJunkIsPassedOver(String header, long limit, long seconds) {
        RateLimits limits = RateLimits.of(reply(200, Map.of("RateLimit-Policy", List.of(header))));

        assertThat(limits.policies()).containsExactly(new RatePolicy(limit, seconds));
    }

    @Test
    void policiesMayComeOnSeveralLines() {
        RateLimits limits = RateLimits.of(reply(200, Map.of("ratelimit-policy", List.of("300;w=60", "9;w=86400"))));

        assertThat(limits.policies()).containsExactly(new RatePolicy(300, 60), new RatePolicy(9, 86_400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "99999999999999999999999999", "many", "1 2", "0x1F", "٣"})
    void aNumberThatCannotBeReadIsNone(String junk) {
        RateLimits limits = RateLimits.of(reply(
                200,
                Map.of(
                        "RateLimit-Policy", List.of(junk),
                        "RateLimit-Limit", List.of(junk),
                        "RateLimit-Remaining", List.of(junk),
                        "RateLimit-Reset", List.of(junk),
                        "X-RateLimit-Reset", List.of(junk))));

        assertThat(limits).isEqualTo(RateLimits.NONE);
    }

    @Test
    void theOlderFormNamesTheResetAsAUnixTime() {
        RateLimits limits = RateLimits.of(reply(
                200,
                Map.of(
                        "X-RateLimit-Limit", List.of("300"),
                        "X-RateLimit-Remaining", List.of("299"),
                        "X-RateLimit-Reset", List.of(String.valueOf(NOW.getEpochSecond() + 42)))));

        assertThat(limits.limit()).contains(300L);
        assertThat(limits.remaining()).contains(299L);
        assertThat(limits.reset()).contains(Duration.ofSeconds(42));
    }

    @Test
    void aUnixTimeIsReadAgainstTheVendorsOwnClock() {
        RateLimits limits = RateLimits.of(reply(
                200,
                Map.of(
                        "Date", List.of("Fri, 06 Nov 2026 12:00:00 GMT"),
                        "X-RateLimit-Reset",
                                List.of(String.valueOf(
                                        Instant.parse("2026-11-06T12:00:30Z").getEpochSecond())))));

        assertThat(limits.reset()).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({"429,30,PT30S", "429,,PT1S", "429,never,PT1S"})
    void aRefusalLastsAsLongAsItSaysOrASecond(int status, String retryAfter, Duration pause) {
        Map<String, List<String>> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", List.of(retryAfter));

        assertThat(RateLimits.of(reply(status, headers)).refusedFor()).contains(pause);
    }

    @Test
    void aBusyServerIsNoRefusal() {
        assertThat(RateLimits.of(reply(503, Map.of("Retry-After", List.of("30"))))
                        .refusedFor())
                .isEmpty();
    }

    @Test
    void aCallWithoutAReplySaysNothing() {
        assertThat(RateLimits.of(new NoReply(Reason.TIMEOUT, "", NOW))).isEqualTo(RateLimits.NONE);
    }

    private static Reply reply(int status, Map<String, List<String>> headers) {
        return new Reply(status, HttpHeaders.of(headers, (name, value) -> true), new byte[0], NOW);
    }
}
