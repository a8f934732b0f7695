package io.shelftally.calls.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTests {

    private static final Instant NOW = Instant.parse("2026-11-06T08:49:37Z");

    private final RetrySettings settings = new RetrySettings(4, Duration.ofMillis(500), Duration.ofSeconds(30));
    private final RetryPauses pauses = new RetryPauses(settings, new Random(1));

    @ParameterizedTest
    @CsvSource({"1,500", "2,1000", "3,2000", "7,30000", "1000,30000"})
    void aPauseIsAnywhereFromZeroToADoublingCeiling(int failures, long ceilingMillis) {
        List<Duration> drawn = IntStream.range(0, 500)
                .mapToObj(i -> pauses.after(failures, new NoReply(Reason.TIMEOUT, "", NOW)))
                .toList();

        assertThat(drawn).allMatch(pause -> !pause.isNegative() && pause.toMillis() <= ceilingMillis);
        assertThat(drawn).anyMatch(pause -> pause.toMillis() > ceilingMillis * 9 / 10);
        assertThat(drawn).anyMatch(pause -> pause.toMillis() < ceilingMillis / 10);
    }

    @Test
    void aCallIsMadeAtMostAsOftenAsIsSet() {
        assertThat(pauses.allowAnother(3)).isTrue();
        assertThat(pauses.allowAnother(4)).isFalse();
    }

    @Test
    void theVendorsRetryAfterWins() {
        assertThat(pauses.after(1, reply("Retry-After", "90"))).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "5.5 | PT6S",
                "5.0 | PT5S",
                "0.2 | PT1S",
                "5. | PT5S",
                "5s | PT5S",
                "5 s | PT5S",
                "5 seconds | PT5S",
                "1 Second | PT1S",
                "2.5 SEC | PT3S",
                "1500ms | PT2S",
                "2 minutes | PT2M",
                "1h | PT1H",
                "49 hours | PT24H",
                "120, 120 | PT2M",
                "5,90 , 7s | PT1M30S",
                "soon, 7 | PT7S",
                "10, Fri, 06 Nov 2026 08:50:37 GMT | PT1M",
                "Fri, 06 Nov 2026 08:50:37 GMT, Fri, 06 Nov 2026 08:51:37 GMT | PT2M",
                " 120 | PT2M",
                "86401 | PT24H",
                "99999999999999999999999 | PT24H",
                "Fri, 06 Nov 2026 08:50:37 GMT | PT1M",
                "Friday, 06-Nov-26 08:50:37 GMT | PT1M",
                "Fri Nov  6 08:50:37 2026 | PT1M",
                "Fri, 06 Nov 2026 08:00:00 GMT | PT0S",
                "Fri, 06 Nov 2099 08:00:00 GMT | PT24H"
            })
    void aRetryAfterIsSecondsOfAnyFormOrADateOrAList(String text, Duration pause) {
        assertThat(RetryAfter.of(reply("Retry-After", text))).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "-5",
                "-5s",
                "-1.5",
                ".5",
                "5 parsecs",
                "1e3",
                "soon",
                "0x10",
                "PT5S",
                "Fri, 99 Nov 2026 08:50:37 GMT",
                "٣"
            })
    void aRetryAfterThatCannotBeReadIsNoneAndIsTold(String text) {
        assertThat(RetryAfter.of(reply("Retry-After", text))).isEmpty();
        assertThat(RetryAfter.isUnreadable(reply("Retry-After", text))).isTrue();
    }

    @Test
    void aRetryAfterThatCanBeReadOrIsNotThereIsNotTold() {
        assertThat(RetryAfter.isUnreadable(reply("Retry-After", "5 seconds"))).isFalse();
        assertThat(RetryAfter.isUnreadable(reply("Date", "today"))).isFalse();
        assertThat(RetryAfter.isUnreadable(new NoReply(Reason.CONNECT, "", NOW)))
                .isFalse();
    }

    @Test
    void theLongestOfSeveralHeadersCounts() {
        Map<String, List<String>> headers = Map.of("retry-after", List.of("5", "70", "x"));

        assertThat(RetryAfter.of(reply(429, headers, ""))).contains(Duration.ofSeconds(70));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "429 | - | {'retry_after_seconds':7} | PT7S",
                "429 | - | {'retry_after_seconds':7.2} | PT8S",
                "429 | - | {'retry_after_seconds':'7'} | PT7S",
                "429 | soon | {'retry_after_seconds':7} | PT7S",
                "429 | 3 | {'retry_after_seconds':7} | PT3S",
                "429 | - | {'retry_after_seconds':-7} | -",
                "429 | - | {'retry_after_seconds':null} | -",
                "429 | - | <html> | -",
                "503 | - | {'retry_after_seconds':7} | -"
            })
    void whereAProxyDropsTheHeaderOfA429TheBodySaysTheSame(
            int status, @Nullable String header, String body, @Nullable Duration pause) {
        Map<String, List<String>> headers = header == null ? Map.of() : Map.of("Retry-After", List.of(header));
        Reply reply = reply(status, headers, body.replace('\'', '"'));

        assertThat(RetryAfter.of(RetryAfter.restored(reply))).isEqualTo(Optional.ofNullable(pause));
    }

    @Test
    void aDateIsReadAgainstTheVendorsOwnClock() {
        Reply reply = reply(
                "Retry-After", "Fri, 06 Nov 2026 10:00:30 GMT",
                "Date", "Fri, 06 Nov 2026 10:00:00 GMT");

        assertThat(RetryAfter.of(reply)).contains(Duration.ofSeconds(30));
    }

    @Test
    void aCallWithoutAReplyNamesNoPause() {
        assertThat(RetryAfter.of(new NoReply(Reason.CONNECT, "", NOW))).isEqualTo(Optional.empty());
    }

    @Test
    void theReasonsThatPassAreThoseTheContractNames() {
        List<Reason> passing =
                Stream.of(Reason.values()).filter(Reason::isTransient).toList();

        assertThat(passing)
                .containsExactly(
                        Reason.CONNECT,
                        Reason.TIMEOUT,
                        Reason.BROKEN_BODY,
                        Reason.TOO_LARGE,
                        Reason.RATE_LIMITED,
                        Reason.SERVER_ERROR);
    }

    private static Reply reply(String... headers) {
        Map<String, List<String>> all = headers.length == 2
                ? Map.of(headers[0], List.of(headers[1]))
                : Map.of(headers[0], List.of(headers[1]), headers[2], List.of(headers[3]));
        return reply(429, all, "");
    }

    private static Reply reply(int status, Map<String, List<String>> headers, String body) {
        return new Reply(
                status, HttpHeaders.of(headers, (name, value) -> true), body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
