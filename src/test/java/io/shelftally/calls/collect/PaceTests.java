package io.shelftally.calls.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.night.run.HandClock;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTests {

    private static final Answer SILENT = new NoReply(Reason.TIMEOUT, "", HandClock.START);
    private static final PollSettings POLLS = new PollSettings(Duration.ofSeconds(2), Duration.ofSeconds(60));
    private static final RetrySettings RETRIES = new RetrySettings(4, Duration.ofMillis(500), Duration.ofSeconds(30));

    private final HandClock clock = new HandClock();
    private final Pace pace = pace(Duration.ofMinutes(30));

    @ParameterizedTest
    @CsvSource({"0,2", "1,4", "2,8", "3,16", "4,32", "5,60", "6,60", "50,60", "1000000,60"})
    void theBreakBetweenPollsDoublesUpToTheLongest(int asked, long seconds) {
        assertThat(pace.poll(asked, SILENT)).contains(HandClock.START.plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0,2", "1,2", "5,5", "600,600"})
    void aRetryAfterSetsTheBreakButNoneShorterThanTheFirst(String retryAfter, long seconds) {
        assertThat(pace.poll(7, waiting(retryAfter))).contains(HandClock.START.plusSeconds(seconds));
    }

    @Test
    void noPollIsMadeAfterTheWaitingTime() {
        clock.advance(Duration.ofMinutes(29).plusSeconds(58));

        assertThat(pace.poll(0, SILENT)).contains(HandClock.START.plus(Duration.ofMinutes(30)));
        assertThat(pace.poll(1, SILENT)).isEmpty();
        assertThat(pace.isOver()).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(pace.isOver()).isTrue();
        assertThat(pace.poll(0, SILENT)).isEmpty();
    }

    @Test
    void aWaitingTimeOfZeroIsOverAtOnce() {
        Pace none = pace(Duration.ZERO);

        assertThat(none.isOver()).isTrue();
        assertThat(none.poll(0, SILENT)).isEmpty();
        assertThat(none.poll(0, waiting("0"))).isEmpty();
    }

    @Test
    void theAttemptsOfABegunCallAreMadeEvenAfterTheWaitingTime() {
        Pace none = pace(Duration.ZERO);

        assertThat(none.attempt(1, SILENT))
                .hasValueSatisfying(due -> assertThat(due).isBetween(HandClock.START, HandClock.START.plusMillis(500)));
        assertThat(none.attempt(1, waiting("30"))).contains(HandClock.START.plusSeconds(30));
        assertThat(none.attempt(1, waiting("31"))).isEmpty();
    }

    @Test
    void withinTheWaitingTimeAnAttemptWaitsAsLongAsItIsAskedTo() {
        assertThat(pace.attempt(3, waiting("900"))).contains(HandClock.START.plusSeconds(900));
    }

    @Test
    void aPauseIsTooLongIfItIsLongAndEndsAfterTheWaitingTime() {
        assertThat(pace.isTooLong(Duration.ofMinutes(29))).isFalse();
        assertThat(pace.isTooLong(Duration.ofMinutes(31))).isTrue();
        assertThat(pace(Duration.ZERO).isTooLong(Duration.ofSeconds(60))).isFalse();
        assertThat(pace(Duration.ZERO).isTooLong(Duration.ofMinutes(3))).isTrue();
    }

    private Pace pace(Duration waiting) {
        return new Pace(POLLS, RETRIES, clock, HandClock.START.plus(waiting));
    }

    private static Answer waiting(String retryAfter) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(retryAfter)), (name, value) -> true);
        return new Reply(503, headers, new byte[0], HandClock.START);
    }
}
