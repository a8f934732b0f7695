package io.shelftally.night.captures;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.night.evidence.EvidenceBody;
import io.shelftally.night.evidence.EvidenceEntry;
import io.shelftally.night.run.HandClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CapturePlansTests {

    private static final LocalDate NIGHT = CaptureNight.NIGHT;
    private static final OptionalLong NO_LIMIT = OptionalLong.empty();

    private final CaptureNight night = new CaptureNight();

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void aCaptureOfWhichNothingIsKnownCostsAReadAndUpToARetryAndTwoReadsMore() {
        night.take("a", "b", "c");

        assertThat(plan(1, NO_LIMIT)).isEqualTo(new CapturePlan(3, 3, 0, 3, 6, OptionalDouble.empty(), 3, 0, 0));
    }

    @Test
    void withoutRetriesAReadIsAll() {
        night.take("a", "b");

        assertThat(plan(0, OptionalLong.of(1)))
                .isEqualTo(new CapturePlan(2, 2, 0, 0, 0, OptionalDouble.empty(), 1, 1, 0));
    }

    @Test
    void aSettledCaptureCostsNothing() {
        night.take("a", "b");
        set("a", "phase = 'DONE', ending = 'SETTLED'");

        CapturePlan plan = plan(1, NO_LIMIT);

        assertThat(plan.captures()).isEqualTo(2);
        assertThat(plan.reads()).isEqualTo(1);
    }

    @Test
    void aCaptureThatIsKnownToHaveFailedCostsItsRetryForSure() {
        night.take("a", "b", "c", "d");
        saw("a", "FAILED");
        saw("b", "PENDING");
        saw("c", "FAILED");
        set("c", "retries = 1, phase = 'RETRIED'");

        CapturePlan plan = plan(1, NO_LIMIT);

        assertThat(plan.retries()).isEqualTo(1);
        assertThat(plan.moreRetries()).isEqualTo(2);
        assertThat(plan.moreReads()).isEqualTo(6);
    }

    @Test
    void aRetryThatMayHaveBeenSentIsNotCertain() {
        night.take("a", "b");
        saw("a", "FAILED");
        saw("b", "FAILED");
        set("a", "phase = 'RETRY', asked = TRUE");
        set("b", "phase = 'CONFLICT', asked = TRUE");

        CapturePlan plan = plan(1, NO_LIMIT);

        assertThat(plan.reads()).isEqualTo(2);
        assertThat(plan.retries()).isZero();
        assertThat(plan.moreRetries()).isEqualTo(1);
    }

    @Test
    void aShortQuotaIsSpentInTheOrderOfTheQueues() {
        night.take("new", "known", "third");
        saw("known", "FAILED");
        set("known", "asked = TRUE");

        assertThat(plan(1, OptionalLong.of(1)).deferred()).isEqualTo(2);
        assertThat(plan(1, OptionalLong.of(2)).deferred()).isEqualTo(1);
        assertThat(plan(1, OptionalLong.of(3)).deferred()).isEqualTo(1);
        assertThat(plan(1, OptionalLong.of(4)).deferred()).isZero();
        assertThat(plan(1, OptionalLong.of(4)).moreDeferred()).isEqualTo(2);
        assertThat(plan(1, OptionalLong.of(12)).moreDeferred()).isZero();
    }

    @Test
    void aRetryThatWasRefusedCostsAReadAlone() {
        night.take("a");
        saw("a", "FAILED");
        set("a", "phase = 'REFUSED', asked = TRUE, answered = TRUE");

        CapturePlan plan = plan(1, NO_LIMIT);

        assertThat(plan.reads()).isEqualTo(1);
        assertThat(plan.retries() + plan.moreRetries() + plan.moreReads()).isZero();
    }

    @Test
    void aShortQuotaIsSpentOnFirstReadsBeforePolls() {
        night.take("slow", "new", "last");
        saw("slow", "PENDING");
        set("slow", "asked = TRUE, answered = TRUE");

        assertThat(plan(1, OptionalLong.of(1)).deferred()).isEqualTo(1);
        assertThat(plan(1, OptionalLong.of(2)).deferred()).isZero();
    }

    @Test
    void earlierNightsTellWhatToExpect() {
        night.take(NIGHT.minusDays(1), entries("e", "f", "g", "h"));
        set("e", "asked = TRUE, answered = TRUE, phase = 'DONE', ending = 'SETTLED', retries = 1");
        set("f", "asked = TRUE, answered = TRUE, phase = 'DONE', ending = 'SETTLED'");
        set("g", "asked = TRUE, answered = TRUE, phase = 'DONE', ending = 'SETTLED'");
        set("h", "asked = TRUE, answered = TRUE, phase = 'DONE', ending = 'UNRESOLVED'");
        set("g", "carried = FALSE");
        night.db.execute("INSERT INTO published_night (business_date) VALUES (?)", NIGHT.minusDays(1));
        night.db.execute("UPDATE capture_item SET carried = FALSE");
        night.take("a", "b", "c", "d");

        CapturePlan plan = plan(1, NO_LIMIT);

        assertThat(plan.failedShare()).hasValue(0.5);
        assertThat(plan.expectedRetries()).hasValue(2);
    }

    private CapturePlan plan(int maxRetries, OptionalLong left) {
        return new CapturePlans(night.tables).of(NIGHT, maxRetries, left);
    }

    private void saw(String word, String status) {
        byte[] json = ("{\"status\":\"" + status + "\",\"of\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
        EvidenceBody body = EvidenceBody.of(json);
        night.tables
                .evidence()
                .save(
                        NIGHT,
                        List.of(new EvidenceEntry(
                                "closient", "read", CaptureNight.id(word), 200, HandClock.START, body)));
        night.db.execute(
                "UPDATE capture_item SET answer_sha256 = ? WHERE capture_id = ?", body.sha256(), CaptureNight.id(word));
    }

    private void set(String word, String change) {
        night.db.execute("UPDATE capture_item SET " + change + " WHERE capture_id = ?", CaptureNight.id(word));
    }

    private static List<CaptureEntry> entries(String... words) {
        return List.of(words).stream()
                .map(word -> new CaptureEntry(CaptureNight.id(word), null, null))
                .toList();
    }
}
