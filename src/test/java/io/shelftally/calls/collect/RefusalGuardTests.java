package io.shelftally.calls.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.night.run.HandClock;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalGuardTests {

    private final RefusalGuard guard = new RefusalGuard(false);

    @Test
    void tenRefusalsFromTheStartMeanTheCredentials() {
        saw(403, 9);
        assertThat(guard.isRefused()).isFalse();

        saw(403, 1);

        assertThat(guard.isRefused()).isTrue();
        assertThat(guard.isRefusedAtEnd()).isTrue();
    }

    @Test
    void oneOtherAnswerAmongTheFirstTenMeansThatItemsAreRefused() {
        saw(403, 5);
        saw(404, 1);
        saw(403, 50);

        assertThat(guard.isRefused()).isFalse();
        assertThat(guard.isRefusedAtEnd()).isFalse();
    }

    @Test
    void whatComesAfterTheFirstTenChangesNothing() {
        saw(200, 10);
        saw(403, 500);

        assertThat(guard.isRefused()).isFalse();
        assertThat(guard.isRefusedAtEnd()).isFalse();
    }

    @Test
    void noReplyIsNoAnswer() {
        for (int i = 0; i < 20; i++) {
            guard.saw(new NoReply(Reason.CONNECT, "", HandClock.START));
        }
        saw(403, 10);

        assertThat(guard.isRefused()).isTrue();
    }

    @Test
    void aRunOfFewAnswersIsJudgedAtItsEnd() {
        saw(403, 2);

        assertThat(guard.isRefused()).isFalse();
        assertThat(guard.isRefusedAtEnd()).isTrue();
    }

    @Test
    void aFewRefusalsAfterOtherAnswersOfTheNightAreOfTheItems() {
        RefusalGuard resumed = new RefusalGuard(true);
        saw(resumed, 403, 9);
        assertThat(resumed.isRefusedAtEnd()).isFalse();

        saw(resumed, 403, 1);

        assertThat(resumed.isRefused()).isTrue();
    }

    @Test
    void aSingleRefusalIsOfTheItem() {
        saw(403, 1);

        assertThat(guard.isRefusedAtEnd()).isFalse();
    }

    @Test
    void aRunWithoutAnswersIsNotRefused() {
        assertThat(guard.isRefused()).isFalse();
        assertThat(guard.isRefusedAtEnd()).isFalse();
    }

    private void saw(int status, int times) {
        saw(guard, status, times);
    }

    private static void saw(RefusalGuard guard, int status, int times) {
        for (int i = 0; i < times; i++) {
            guard.saw(new Reply(status, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0], HandClock.START));
        }
    }
}
