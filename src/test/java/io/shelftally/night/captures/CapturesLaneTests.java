package io.shelftally.night.captures;

import static io.shelftally.night.captures.CaptureNight.NIGHT;
import static io.shelftally.night.captures.CaptureNight.id;
import static io.shelftally.night.captures.CaptureNight.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.Completed;
import io.shelftally.calls.collect.Tally;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.night.run.LeaseLostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class CapturesLaneTests {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final OptionalLong NO_LIMIT = OptionalLong.empty();

    private final CaptureNight night = new CaptureNight();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void capturesThatWereNotAskedAboutAreClaimedFirstThoseOfTonightsScansBeforeTheRest() {
        night.db.execute("""
                INSERT INTO scan_item
                VALUES (?, 7, NULL, NULL, TRUE, FALSE, ?, 0, 0, 'STATUS', NULL, 0, 0, FALSE, FALSE, FALSE, FALSE, FALSE, 9,
                    CURRENT_TIMESTAMP, NULL, NULL, NULL, TRUE, TRUE, FALSE, NULL, NULL, DEFAULT)
                """, NIGHT, NIGHT);
        night.take(
                NIGHT,
                List.of(
                        new CaptureEntry(id("b"), null, null),
                        new CaptureEntry(id("c"), 7L, null),
                        new CaptureEntry(id("d"), 8L, null),
                        new CaptureEntry(id("e"), 7L, null),
                        new CaptureEntry(id("f"), null, null)));
        night.db.execute("UPDATE capture_item SET asked = TRUE WHERE capture_id = ?", id("f"));
        CapturesLane lane = lane(HALF_AN_HOUR);

        List<CaptureItem> first = lane.claim(2, NO_LIMIT);
        List<CaptureItem> second = lane.claim(9, NO_LIMIT);

        assertThat(words(first)).containsExactly("c", "e");
        assertThat(words(second)).containsExactly("b", "d", "f");
    }

    @Test
    void aClaimedCaptureIsNotHandedOutAgainUntilItIsReleased() {
        night.take("b", "c", "d");
        CapturesLane lane = lane(HALF_AN_HOUR);

        List<CaptureItem> first = lane.claim(2, NO_LIMIT);
        List<CaptureItem> second = lane.claim(2, NO_LIMIT);
        List<CaptureItem> third = lane.claim(2, NO_LIMIT);
        lane.release(first);
        List<CaptureItem> fourth = lane.claim(2, NO_LIMIT);

        assertThat(words(first)).containsExactly("b", "c");
        assertThat(words(second)).containsExactly("d");
        assertThat(third).isEmpty();
        assertThat(words(fourth)).containsExactly("b", "c");
    }

    @Test
    void aCaptureThatIsNotDueIsNotClaimed() {
        night.take("b");
        CapturesLane lane = lane(HALF_AN_HOUR);
        settle(lane, Answers.says("PENDING"));

        List<CaptureItem> early = lane.claim(1, NO_LIMIT);
        night.clock.advance(Duration.ofSeconds(2));
        List<CaptureItem> due = lane.claim(1, NO_LIMIT);

        assertThat(lane.nextDue()).contains(night.clock.instant());
        assertThat(early).isEmpty();
        assertThat(words(due)).containsExactly("b");
    }

    @Test
    void aSettledCaptureIsNeverClaimedAgainNotEvenByALaterStart() {
        night.take("b");
        settle(lane(HALF_AN_HOUR), Answers.says("COMPLETED"));

        CapturesLane later = lane(HALF_AN_HOUR);

        assertThat(later.claim(1, NO_LIMIT)).isEmpty();
        assertThat(later.nextDue()).isEmpty();
        assertThat(later.tally()).isEqualTo(new Tally(1, 1));
    }

    @Test
    void withAFewCallsLeftNoCaptureIsBegunAtTheCostOfAStartedOne() {
        night.take("b", "c", "d", "e");
        CapturesLane lane = lane(HALF_AN_HOUR);

        assertThat(words(lane.claim(9, OptionalLong.of(11)))).containsExactly("b", "c");
        assertThat(lane.claim(9, OptionalLong.of(11))).isEmpty();
    }

    @Test
    void withoutACallLeftOneIsClaimedSoThatTheQuotaIsAsked() {
        night.take("b", "c");

        assertThat(words(lane(HALF_AN_HOUR).claim(9, OptionalLong.of(0)))).containsExactly("b");
    }

    @Test
    void anAnswerIsSettledWithItsStateItsEvidenceAndItsCount() {
        night.take("b");
        CapturesLane lane = lane(HALF_AN_HOUR);

        settle(lane, Answers.says("COMPLETED"));

        assertThat(night.rows("phase, ending, asked, answered, queue")).containsExactly("b DONE SETTLED TRUE TRUE 9");
        assertThat(night.db.rows(
                        "SELECT e.call, LTRIM(e.subject, 'A'), e.http_status FROM evidence e JOIN capture_item c"
                                + " ON c.answer_sha256 = e.sha256"))
                .containsExactly("read b 200");
        assertThat(night.tables.counts().of(NIGHT).toString()).isEqualTo("{closient={read ok=1}}");
        assertThat(lane.tally()).isEqualTo(new Tally(1, 1));
    }

    @Test
    void whenTheLastOfTheWritesFailsNothingIsWritten() {
        night.take("b");
        CapturesLane lane = lane(HALF_AN_HOUR);
        List<CaptureItem> calls = lane.claim(1, NO_LIMIT);
        night.db.execute("ALTER TABLE call_count RENAME TO call_count_away");

        assertThatThrownBy(() -> lane.settle(List.of(new Completed<>(calls.get(0), Answers.says("COMPLETED")))))
                .isInstanceOf(DataAccessException.class);

        assertThat(night.rows("phase, asked, answer_sha256")).containsExactly("b READ FALSE -");
        assertThat(night.db.value("SELECT COUNT(*) FROM evidence")).isEqualTo("0");
        assertThat(night.db.value("SELECT COUNT(*) FROM evidence_body")).isEqualTo("0");
        assertThat(lane.tally()).isEqualTo(new Tally(0, 1));
    }

    @Test
    void aRunThatHasLostItsLeaseSettlesNothing() {
        night.take("b");
        CapturesLane lane = lane(HALF_AN_HOUR);
        List<CaptureItem> calls = lane.claim(1, NO_LIMIT);
        night.db.execute("UPDATE run_lease SET token = token + 1");

        assertThatThrownBy(() -> lane.settle(List.of(new Completed<>(calls.get(0), Answers.says("COMPLETED")))))
                .isInstanceOf(LeaseLostException.class);

        assertThat(night.rows("phase, asked")).containsExactly("b READ FALSE");
    }

    @Test
    void theIntentToRetryIsOnRecordBeforeTheRetryIsSent() {
        night.take("b");
        CapturesLane lane = lane(HALF_AN_HOUR);

        settle(lane, Answers.says("FAILED"));

        assertThat(night.rows("phase, retries, queue")).containsExactly("b RETRY 0 0");
        assertThat(made).containsExactly("read b");
        settle(lane, Answers.says("PENDING"));
        assertThat(made).containsExactly("read b", "retry b");
        assertThat(night.rows("phase, retries")).containsExactly("b READ 1");
        assertThat(night.tables.counts().of(NIGHT).toString()).isEqualTo("{closient={read ok=1, retry ok=1}}");
    }

    @Test
    void aStartAfterACrashReadsACaptureWhoseRetryMayHaveBeenSent() {
        night.take("b");
        settle(lane(HALF_AN_HOUR), Answers.says("FAILED"));

        CapturesLane afterCrash = lane(HALF_AN_HOUR);

        assertThat(night.rows("phase")).containsExactly("b LOST_RETRY");
        settle(afterCrash, Answers.says("PENDING"));
        assertThat(made).containsExactly("read b", "read b");
        assertThat(night.rows("phase, retries")).containsExactly("b READ 1");
    }

    @Test
    void aStartAfterACrashSendsTheRetryAgainIfTheCaptureStillSaysFailed() {
        night.take("b");
        settle(lane(HALF_AN_HOUR), Answers.says("FAILED"));
        CapturesLane afterCrash = lane(HALF_AN_HOUR);

        settle(afterCrash, Answers.says("FAILED"));
        settle(afterCrash, Answers.says("PENDING"));

        assertThat(made).containsExactly("read b", "read b", "retry b");
        assertThat(night.rows("phase, retries")).containsExactly("b READ 1");
    }

    @Test
    void theSameAnswerAgainIsNotKeptTwice() {
        night.take("b");
        CapturesLane lane = lane(HALF_AN_HOUR);

        settle(lane, Answers.says("PENDING"));
        night.clock.advance(Duration.ofSeconds(60));
        settle(lane, Answers.says("PENDING"));

        assertThat(night.db.value("SELECT COUNT(*) FROM evidence")).isEqualTo("1");
    }

    @Test
    void anErrorThatEndsACaptureIsKeptBesideItsLastObject() {
        night.take("b");
        CapturesLane lane = lane(HALF_AN_HOUR);
        settle(lane, Answers.says("PENDING"));
        night.clock.advance(Duration.ofSeconds(60));

        settle(lane, Answers.UNKNOWN);

        assertThat(night.rows("ending, answered")).containsExactly("b UNKNOWN TRUE");
        String object = night.db.value("SELECT answer_sha256 FROM capture_item");
        String error = night.db.value("SELECT error_sha256 FROM capture_item");
        assertThat(new String(night.tables.evidence().body(object), java.nio.charset.StandardCharsets.UTF_8))
                .contains("PENDING");
        assertThat(ErrorEnvelope.read(night.tables.evidence().body(error), 404).code())
                .isEqualTo("C404");
    }

    @Test
    void aConflictThatIsFollowedUpLeavesNoError() {
        night.take("b");
        CapturesLane lane = lane(HALF_AN_HOUR);
        settle(lane, Answers.says("FAILED"));

        settle(lane, Answers.CONFLICT);
        settle(lane, Answers.says("FAILED"));

        assertThat(night.rows("ending, error_sha256")).containsExactly("b UNRESOLVED -");
    }

    @Test
    void aRetryThatIsUnprocessableKeepsItsErrorUntilTheCaptureSaysOtherwise() {
        night.take("b", "c");
        CapturesLane lane = lane(HALF_AN_HOUR);
        List<CaptureItem> reads = lane.claim(2, NO_LIMIT);
        settleAll(lane, reads, Answers.says("FAILED"));
        settleAll(lane, lane.claim(2, NO_LIMIT), Answers.UNPROCESSABLE);
        assertThat(night.rows("phase, ending, answered, queue"))
                .containsExactly("b REFUSED - TRUE 0", "c REFUSED - TRUE 0");

        CapturesLane afterCrash = lane(HALF_AN_HOUR);
        settle(afterCrash, Answers.LOST);
        settle(afterCrash, Answers.says("PENDING"));
        night.clock.advance(Duration.ofMinutes(1));
        CaptureItem lost = afterCrash.claim(1, NO_LIMIT).get(0);
        settleAll(afterCrash, List.of(lost), Answers.says("FAILED"));

        assertThat(night.rows("ending, retries, CASE WHEN error_sha256 IS NULL THEN 'none' ELSE 'kept' END"))
                .containsExactly("b REJECTED 0 kept", "c - 0 none");
        String error = night.db.value("SELECT error_sha256 FROM capture_item WHERE ending = 'REJECTED'");
        assertThat(night.tables.evidence().httpStatus(NIGHT, "closient", id("b"), error))
                .isEqualTo(422);
    }

    @Test
    void firstReadsComeBeforePollsAndFollowUpsOfARetryBeforeBoth() {
        night.take("slow", "lost", "failed", "new", "last");
        CapturesLane lane = lane(HALF_AN_HOUR);
        List<CaptureItem> calls = lane.claim(3, NO_LIMIT);
        lane.settle(List.of(
                new Completed<>(calls.get(0), Answers.says("PENDING")),
                new Completed<>(calls.get(1), Answers.LOST),
                new Completed<>(calls.get(2), Answers.says("FAILED"))));
        settle(lane, Answers.says("PENDING"));
        night.clock.advance(Duration.ofMinutes(1));

        assertThat(words(lane.claim(9, NO_LIMIT))).containsExactly("failed", "new", "last", "lost", "slow");
    }

    @Test
    void noPollIsMadeWhileTheQuotaKeepsACaptureFromBeingRead() {
        night.take("slow", "second", "new");
        CapturesLane lane = lane(HALF_AN_HOUR);
        settle(lane, Answers.says("PENDING"));
        night.clock.advance(Duration.ofMinutes(1));

        assertThat(words(lane.claim(9, OptionalLong.of(3)))).containsExactly("second");
        assertThat(lane.claim(9, OptionalLong.of(2))).isEmpty();
    }

    @Test
    void aCaptureWhoseFirstReadWasMadeByAnEarlierStartIsPolled() {
        night.take("slow", "lost", "new");
        CapturesLane killed = lane(HALF_AN_HOUR);
        List<CaptureItem> calls = killed.claim(2, NO_LIMIT);
        killed.settle(List.of(
                new Completed<>(calls.get(0), Answers.says("PENDING")), new Completed<>(calls.get(1), Answers.LOST)));

        assertThat(words(lane(HALF_AN_HOUR).claim(9, NO_LIMIT))).containsExactly("new", "lost", "slow");
    }

    @Test
    void aCallThatWasNotAnsweredCountsAsAttemptedButNotAsAnswered() {
        night.take("b");
        CapturesLane lane = lane(Duration.ZERO);

        settle(lane, Answers.LOST);

        assertThat(night.rows("asked, answered, attempts")).containsExactly("b TRUE FALSE 1");
        assertThat(night.nights.coverage(NIGHT)).isEqualTo(new CaptureNights.Coverage(1, 0, 0));
    }

    @Test
    void whenTheWaitingIsOverWhatWasAskedIsLeftAndWhatWasNotIsStillAsked() {
        night.take("pending", "retry", "lost", "new");
        CapturesLane lane = lane(HALF_AN_HOUR);
        List<CaptureItem> calls = lane.claim(3, NO_LIMIT);
        lane.settle(List.of(
                new Completed<>(calls.get(0), Answers.says("PENDING")),
                new Completed<>(calls.get(1), Answers.says("FAILED")),
                new Completed<>(calls.get(2), Answers.LOST)));

        lane.waitingIsOver(false);

        assertThat(night.rows("queue")).containsExactly("pending 9", "retry 0", "lost 3", "new 2");
    }

    @Test
    void aCaptureThatWasReadAheadIsNotAskedAgainOnceTheWaitingIsOver() {
        night.take("b", "c");
        CapturesLane lane = lane(HALF_AN_HOUR);
        settle(lane, Answers.says("PENDING"));
        settle(lane, Answers.says("PENDING"));
        night.clock.advance(Duration.ofSeconds(2));
        List<CaptureItem> inFlight = lane.claim(1, NO_LIMIT);

        lane.waitingIsOver(false);

        assertThat(words(inFlight)).containsExactly("b");
        assertThat(lane.claim(9, NO_LIMIT)).isEmpty();
    }

    @Test
    void aCaptureThatWasReadAheadIsNotBegunOnceTheQuotaIsSpent() {
        night.take("b", "c");
        CapturesLane lane = lane(HALF_AN_HOUR);
        List<CaptureItem> inFlight = lane.claim(1, NO_LIMIT);

        lane.quotaIsSpent();

        assertThat(words(inFlight)).containsExactly("b");
        assertThat(lane.claim(9, NO_LIMIT)).isEmpty();
    }

    @Test
    void whenAVendorIsGivenUpAllThatWasAskedIsLeft() {
        night.take("lost", "new");
        CapturesLane lane = lane(HALF_AN_HOUR);
        settle(lane, Answers.LOST);

        lane.waitingIsOver(true);

        assertThat(night.rows("queue")).containsExactly("lost 9", "new 2");
    }

    @Test
    void aSpentQuotaDefersWhatWasNeverReadOrWasAboutToBeRetriedAndNothingElse() {
        night.take("pending", "retry", "lostretry", "settled", "flight", "new");
        CapturesLane lane = lane(HALF_AN_HOUR);
        List<CaptureItem> calls = lane.claim(5, NO_LIMIT);
        lane.settle(List.of(
                new Completed<>(calls.get(0), Answers.says("PENDING")),
                new Completed<>(calls.get(1), Answers.says("FAILED")),
                new Completed<>(calls.get(2), Answers.says("FAILED")),
                new Completed<>(calls.get(3), Answers.says("COMPLETED"))));
        CaptureItem lost = lane.claim(9, NO_LIMIT).stream()
                .filter(call -> call.captureId().endsWith("lostretry"))
                .findFirst()
                .orElseThrow();
        lane.settle(List.of(new Completed<>(lost, Answers.LOST)));
        lane.release(List.of(new CaptureItem(id("retry"), CaptureState.NEW, java.util.Optional.empty())));
        lane.release(List.of(new CaptureItem(id("new"), CaptureState.NEW, java.util.Optional.empty())));

        lane.quotaIsSpent();

        assertThat(night.rows("phase, queue, deferred"))
                .containsExactly(
                        "pending READ 9 FALSE",
                        "retry READ 9 TRUE",
                        "lostretry LOST_RETRY 9 FALSE",
                        "settled DONE 9 FALSE",
                        "flight READ 2 FALSE",
                        "new READ 9 TRUE");
    }

    @Test
    void aDeferredCaptureIsTakenUpByTheNextStartOfTheNight() {
        night.take("new");
        lane(HALF_AN_HOUR).quotaIsSpent();

        settle(lane(HALF_AN_HOUR), Answers.says("COMPLETED"));

        assertThat(night.rows("ending, deferred")).containsExactly("new SETTLED FALSE");
    }

    @Test
    void tenRefusalsFromTheStartAreOfTheKeyAndAreTakenBack() {
        night.take(IntStream.range(0, 12).mapToObj(i -> "x" + i).toArray(String[]::new));
        CapturesLane lane = lane(HALF_AN_HOUR);
        List<Completed<CaptureItem, CaptureAnswer>> refusals = new ArrayList<>();
        lane.claim(10, NO_LIMIT).forEach(call -> refusals.add(new Completed<>(call, Answers.REJECTED)));

        assertThatThrownBy(() -> lane.settle(refusals))
                .isInstanceOfSatisfying(
                        VendorException.class, end -> assertThat(end.reason()).isEqualTo(Reason.FORBIDDEN));

        assertThat(night.db.value("SELECT COUNT(*) FROM capture_item WHERE ending IS NOT NULL OR answered"))
                .isEqualTo("0");
        assertThat(lane(HALF_AN_HOUR).claim(20, NO_LIMIT)).hasSize(12);
    }

    @Test
    void aRefusalAmongOtherAnswersIsThatCapturesOutcome() {
        night.take("b", "c");
        CapturesLane lane = lane(HALF_AN_HOUR);

        settle(lane, Answers.REJECTED);
        settle(lane, Answers.says("COMPLETED"));
        lane.ended();

        assertThat(night.rows("ending")).containsExactly("b REJECTED", "c SETTLED");
    }

    @Test
    void aRetryAfterSetsWhenACaptureIsDue() {
        night.take("b");
        CapturesLane lane = lane(HALF_AN_HOUR);

        settle(lane, Answers.busy("90"));

        assertThat(lane.nextDue()).contains(night.clock.instant().plusSeconds(90));
    }

    @Test
    void aCaptureThatWouldBeAskedAfterTheWaitingTimeIsLeft() {
        night.take("b");
        CapturesLane lane = lane(Duration.ofSeconds(1));

        settle(lane, Answers.says("PENDING"));

        assertThat(lane.nextDue()).isEmpty();
        assertThat(night.rows("phase, queue")).containsExactly("b READ 9");
    }

    private CapturesLane lane(Duration waiting) {
        return night.lane(
                new CaptureCalls() {
                    @Override
                    public CaptureAnswer read(String captureId) {
                        made.add("read " + captureId.replaceFirst("^A+", ""));
                        return Answers.LOST;
                    }

                    @Override
                    public CaptureAnswer retry(String captureId) {
                        made.add("retry " + captureId.replaceFirst("^A+", ""));
                        return Answers.LOST;
                    }
                },
                1,
                waiting);
    }

    private static void settleAll(CapturesLane lane, List<CaptureItem> calls, CaptureAnswer answer) {
        lane.settle(calls.stream().map(call -> new Completed<>(call, answer)).toList());
    }

    /** Makes the next call, which comes to the given answer. */
    private static void settle(CapturesLane lane, CaptureAnswer answer) {
        CaptureItem call = lane.claim(1, NO_LIMIT).get(0);
        try {
            lane.perform(call);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        lane.settle(List.of(new Completed<>(call, answer)));
    }
}
