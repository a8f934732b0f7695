package io.shelftally.calls.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.NoReply;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.collect.ScriptedLane.Result;
import io.shelftally.calls.collect.ScriptedLane.Word;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroublesTests {

    private static final String HOST = "vendor.example:443";

    private final Troubles troubles = new Troubles();

    @Test
    void whereEveryCallWasAnsweredThereIsNothingToSay() {
        saw(5, Word.SETTLED, reply(200, HOST));

        assertThat(troubles.after(": ")).isEmpty();
    }

    @Test
    void eachCauseIsCountedBesideAllCallsToItsHost() {
        saw(8, Word.SETTLED, reply(200, HOST));
        saw(12, Word.LOST, reply(503, HOST));
        saw(1, Word.LOST, none(Reason.CONNECT, "refused", "token.example:8443"));

        assertThat(troubles.after(": "))
                .isEqualTo(": vendor.example:443 answered 503, 12 of 20 calls,"
                        + " and no connection to token.example:8443 (refused), 1 of 1 call");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT|unknown host|no connection to vendor.example:443 (unknown host)",
                "TIMEOUT|timed out|no answer from vendor.example:443 in time",
                "BROKEN_BODY|TLS failed|vendor.example:443 broke off (TLS failed)",
                "TOO_LARGE|too long|an answer from vendor.example:443 that is too long"
            })
    void aCallWithoutAnAnswerSaysWhatWasMet(Reason reason, String detail, String words) {
        saw(2, Word.LOST, none(reason, detail, HOST));

        assertThat(troubles.after("")).isEqualTo(words + ", 2 of 2 calls");
    }

    @Test
    void anAnswerThatCannotBeUsedIsOne() {
        saw(1, Word.LOST, reply(200, HOST));

        assertThat(troubles.after("")).isEqualTo("no usable answer from vendor.example:443, 1 of 1 call");
    }

    @Test
    void theThreeMostFrequentCausesAreEnough() {
        saw(1, Word.LOST, reply(500, HOST));
        saw(2, Word.LOST, reply(502, HOST));
        saw(3, Word.LOST, reply(503, HOST));
        saw(4, Word.LOST, reply(504, HOST));

        assertThat(troubles.after(""))
                .contains("504, 4 of 10", "503, 3 of", "502, 2 of")
                .doesNotContain("500,");
    }

    @Test
    void ofAVendorInTroubleItsRefusalsOfSingleItemsAreNotTold() {
        saw(30, Word.SETTLED, reply(404, HOST));
        saw(5, Word.LOST, reply(429, HOST));
        saw(10, Word.LOST, none(Reason.CONNECT, "refused", HOST));

        assertThat(troubles.ofTheVendor()).isEqualTo("no connection to vendor.example:443 (refused), 10 of 45 calls");
    }

    private void saw(int times, Word word, Answer answer) {
        for (int i = 0; i < times; i++) {
            troubles.saw(new Result(word, answer));
        }
    }

    private static Reply reply(int status, String host) {
        return new Reply(
                status,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                new byte[0],
                Instant.EPOCH,
                Duration.ZERO,
                host);
    }

    private static NoReply none(Reason reason, String detail, String host) {
        return new NoReply(reason, detail, Instant.EPOCH, Duration.ZERO, host);
    }
}
