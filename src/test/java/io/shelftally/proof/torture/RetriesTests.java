package io.shelftally.proof.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetriesTests {

    @Test
    void aSecondRetryAfterAReadThatShowedFailedIsNotOneTooMany() {
        Retries retries =
                Retries.in(calls("read FAILED", "retry PENDING", "read PENDING", "read FAILED", "retry PENDING"));

        assertThat(retries).isEqualTo(new Retries(Map.of("/a/retry", 1L), 1));
    }

    @Test
    void aSecondRetryWithoutAReadIsOneTooMany() {
        Retries retries = Retries.in(calls("read FAILED", "retry PENDING", "retry "));

        assertThat(retries).isEqualTo(new Retries(Map.of("/a/retry", 2L), 0));
    }

    @Test
    void aSecondRetryAfterAReadThatShowedAnythingElseIsOneTooMany() {
        Retries retries = Retries.in(calls("retry ", "read FAILED", "read PENDING", "retry "));

        assertThat(retries).isEqualTo(new Retries(Map.of("/a/retry", 2L), 0));
    }

    @Test
    void aReadThatShowedNothingExcusesNothing() {
        Retries retries = Retries.in(calls("read FAILED", "retry ", "read ", "retry "));

        assertThat(retries).isEqualTo(new Retries(Map.of("/a/retry", 2L), 0));
    }

    private static List<JournalEntry> calls(String... told) {
        return Arrays.stream(told).map(RetriesTests::call).toList();
    }

    /** @param told "read" or "retry", a space, and what the answer shows */
    private static JournalEntry call(String told) {
        String[] words = told.split(" ", -1);
        String path = words[0].equals("retry") ? "/a/retry" : "/a";
        return new JournalEntry(Instant.EPOCH, "GET", path, List.of("a"), 200, words[1], "whole", 1);
    }
}
