package io.shelftally.night.scans;

import static io.shelftally.night.scans.ScanNight.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.Completed;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.StopSignal;
import io.shelftally.calls.collect.Tally;
import io.shelftally.calls.collect.VirtualWorkers;
import io.shelftally.calls.collect.Watch;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.matching.reconciliation.ScanOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class ScansLaneTests {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final OptionalLong NO_LIMIT = OptionalLong.empty();
    private static final ScanCalls NO_CALLS = new ScanCalls() {
        @Override
        public Supplier<ScanResult> statuses(List<Long> scanIds) {
            return () -> Answers.LOST;
        }

        @Override
        public Supplier<ScanResult> report(long scanId) {
            return () -> Answers.LOST;
        }
    };

    private final ScanNight night = new ScanNight();

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void statusesAreAskedForInBatches() {
        night.take(LongStream.rangeClosed(1, 7).toArray());

        List<ScanCall> calls = lane(3).claim(10, NO_LIMIT);

        assertThat(calls)
                .extracting(ScanCall::ids)
                .containsExactly(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L), List.of(7L));
        assertThat(calls).extracting(ScanCall::subject).containsExactly("1 +2", "4 +2", "7");
    }

    @Test
    void noMoreCallsAreClaimedThanThereIsRoomForAndNoScanTwice() {
        night.take(LongStream.rangeClosed(1, 7).toArray());
        ScansLane lane = lane(3);

        List<ScanCall> first = lane.claim(1, NO_LIMIT);
        List<ScanCall> second = lane.claim(1, NO_LIMIT);
        lane.release(first);
        List<ScanCall> third = lane.claim(9, NO_LIMIT);

        assertThat(first).extracting(ScanCall::ids).containsExactly(List.of(1L, 2L, 3L));
        assertThat(second).extracting(ScanCall::ids).containsExactly(List.of(4L, 5L, 6L));
        assertThat(third).extracting(ScanCall::ids).containsExactly(List.of(1L, 2L, 3L), List.of(7L));
    }

    @Test
    void theReportOfAFinalScanGoesBeforeTheStatusesOfOthers() {
        night.take(1, 2, 3);
        ScansLane lane = lane(1);
        settle(lane, Answers.statuses("1 IN_PROGRESS"));
        settle(lane, Answers.statuses("2 COMPLETE"));

        List<ScanCall> calls = lane.claim(9, NO_LIMIT);

        assertThat(calls).extracting(ScanCall::name).containsExactly("report", "statuses");
        assertThat(calls).extracting(ScanCall::ids).containsExactly(List.of(2L), List.of(3L));
    }

    @Test
    void statusesAreAskedBesideReportsAndNoMoreThanTheseNeed() {
        night.take(LongStream.rangeClosed(1, 40).toArray());
        ScansLane lane = lane(10);

        List<ScanCall> first = lane.claim(15, NO_LIMIT);
        settle(
                lane,
                first.get(0),
                Answers.statuses(LongStream.rangeClosed(1, 10)
                        .mapToObj(id -> id + " COMPLETE")
                        .toArray(String[]::new)));
        List<ScanCall> second = lane.claim(5, NO_LIMIT);

        assertThat(first).extracting(ScanCall::name).containsExactly("statuses", "statuses");
        assertThat(second)
                .extracting(ScanCall::name)
                .containsExactly("report", "report", "report", "report", "statuses");
    }

    @Test
    void aStatusAnswerIsSettledForEachOfItsScans() {
        night.take(1, 2, 3, 4);
        ScansLane lane = lane(10);

        settle(lane, Answers.statuses("1 COMPLETE", "2 IN_PROGRESS", "4 failed"));

        assertThat(night.rows("phase, ending, present, missing, answered, queue, nights_asked"))
                .containsExactly(
                        "1 REPORT - TRUE FALSE TRUE 0 1",
                        "2 STATUS - TRUE FALSE TRUE 1 1",
                        "3 STATUS - FALSE TRUE FALSE 1 1",
                        "4 DONE FAILED TRUE FALSE TRUE 9 1");
        assertThat(night.db.rows("SELECT call, subject FROM evidence")).containsExactly("statuses 1 +2");
        assertThat(night.db.value("SELECT COUNT(DISTINCT status_sha256) FROM scan_item"))
                .isEqualTo("1");
        assertThat(night.rows("status_sha256").get(2)).isEqualTo("3 -");
        assertThat(night.tables.counts().of(NIGHT).toString()).isEqualTo("{pensa={statuses ok=1}}");
        assertThat(night.nights.withGuid(NIGHT, "guid-1")).contains(1L);
        assertThat(lane.tally()).isEqualTo(new Tally(1, 4));
    }

    @Test
    void aReportThatIsReadSettlesItsScan() {
        night.take(1);
        ScansLane lane = lane(10);
        settle(lane, Answers.statuses("1 COMPLETE"));

        settle(lane, Answers.report(1));

        assertThat(night.only().outcome()).isEqualTo(ScanOutcome.REPORTED);
        assertThat(night.tables.evidence().body(night.only().reportSha256().orElseThrow()))
                .isEqualTo("{\"data\":{\"OOS\":{\"scan_id\":1,\"report\":{\"product_list\":[]}}}}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(lane.claim(9, NO_LIMIT)).isEmpty();
        assertThat(lane.nextDue()).isEmpty();
    }

    @Test
    void aReportThatIsNotReadyIsAnAnswer() {
        night.take(1);
        ScansLane lane = lane(10);
        settle(lane, Answers.statuses("1 COMPLETE"));

        settle(lane, Answers.NOT_READY);

        assertThat(night.only().outcome()).isEqualTo(ScanOutcome.REPORT_NOT_READY);
        assertThat(night.rows("answered, queue, polls")).containsExactly("1 TRUE 0 1");
    }

    @Test
    void aReportThatIsRefusedForGoodIsRejected() {
        night.take(1);
        ScansLane lane = lane(10);
        settle(lane, Answers.statuses("1 COMPLETE"));

        settle(lane, Answers.REJECTED);
        lane.ended();

        assertThat(night.only().outcome()).isEqualTo(ScanOutcome.REPORT_REJECTED);
    }

    @Test
    void aScanThatEveryAnswerLeftOutIsUnknown() {
        night.take(1);
        ScansLane lane = lane(10);
        settle(lane, Answers.statuses());

        assertThat(night.only().outcome()).isEqualTo(ScanOutcome.UNKNOWN_SCAN);
        assertThat(night.nights.coverage(NIGHT)).isEqualTo(new ScanNights.Coverage(1, 0));
    }

    @Test
    void aScanThatOneAnswerHeldIsInProgressThoughAnotherLeftItOut() {
        night.take(1);
        ScansLane lane = lane(10);
        settle(lane, Answers.statuses());
        night.clock.advance(Duration.ofMinutes(1));

        settle(lane, Answers.statuses("1 IN_PROGRESS"));

        assertThat(night.only().outcome()).isEqualTo(ScanOutcome.IN_PROGRESS);
    }

    @Test
    void aStatusCallThatNeverSucceedsLeavesItsScansInProgress() {
        night.take(1);
        ScansLane lane = lane(10);

        for (int call = 0; call < 6; call++) {
            settle(lane, Answers.LOST);
            night.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(night.only().outcome()).isEqualTo(ScanOutcome.IN_PROGRESS);
        assertThat(night.nights.coverage(NIGHT)).isEqualTo(new ScanNights.Coverage(1, 0));
        assertThat(night.rows("nights_asked")).containsExactly("1 1");
    }

    @Test
    void anAnswerThatWasNotAskedForIsSetAsideOnceANight() {
        night.take(1, 2);
        ScansLane lane = lane(1);

        settle(lane, Answers.unasked("99"));
        settle(lane, Answers.unasked("99"));

        assertThat(night.tables.setAside().of(NIGHT))
                .extracting(QuarantineRow::source, QuarantineRow::position, QuarantineRow::raw)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("pensa:99", "/data", "{}"));
    }

    @Test
    void anIdOfAnyLengthThatWasNotAskedForIsSetAside() {
        night.take(1);

        settle(lane(1), Answers.unasked("9".repeat(5000)));

        assertThat(night.tables.setAside().of(NIGHT))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.source()).startsWith("pensa:99999").hasSizeLessThan(300));
    }

    @Test
    void whenTheLastOfTheWritesFailsNothingIsWritten() {
        night.take(1);
        ScansLane lane = lane(1);
        List<ScanCall> calls = lane.claim(1, NO_LIMIT);
        night.db.execute("ALTER TABLE call_count RENAME TO call_count_away");

        assertThatThrownBy(() -> lane.settle(List.of(new Completed<>(calls.get(0), Answers.statuses("1 COMPLETE")))))
                .isInstanceOf(DataAccessException.class);

        assertThat(night.rows("phase, asked, nights_asked")).containsExactly("1 STATUS FALSE 0");
        assertThat(night.db.value("SELECT COUNT(*) FROM evidence")).isEqualTo("0");
        assertThat(night.nights.withGuid(NIGHT, "guid-1")).isEmpty();
    }

    @Test
    void aLaterStartOfTheNightAsksOnceMoreWithoutRaisingTheNights() {
        night.take(1, 2);
        settle(lane(10), Answers.statuses("1 COMPLETE", "2 IN_PROGRESS"));

        ScansLane later = lane(10);
        List<ScanCall> calls = later.claim(9, NO_LIMIT);
        settle(later, calls.get(1), Answers.statuses("2 IN_PROGRESS"));

        assertThat(calls).extracting(ScanCall::name).containsExactly("report", "statuses");
        assertThat(night.rows("nights_asked")).containsExactly("1 1", "2 1");
    }

    @Test
    void whenTheWaitingIsOverWhatWasAskedIsLeftAndTheFirstLookAtAReportIsMade() {
        night.take(1, 2, 3, 4, 5);
        ScansLane lane = lane(1);
        settle(lane, Answers.statuses("1 IN_PROGRESS"));
        settle(lane, Answers.statuses("2 COMPLETE"));
        settle(lane, Answers.NOT_READY);
        settle(lane, Answers.statuses("3 COMPLETE"));
        List<ScanCall> inFlight = lane.claim(1, NO_LIMIT);
        settle(lane, Answers.LOST);

        lane.waitingIsOver(false);

        assertThat(inFlight).extracting(ScanCall::ids).containsExactly(List.of(3L));
        assertThat(night.rows("phase, queue"))
                .containsExactly("1 STATUS 9", "2 REPORT 9", "3 REPORT 0", "4 STATUS 1", "5 STATUS 1");
    }

    @Test
    void whenTheVendorIsGivenUpAllThatWasAskedIsLeft() {
        night.take(1, 2, 3);
        ScansLane lane = lane(1);
        settle(lane, Answers.LOST);
        settle(lane, Answers.statuses("2 COMPLETE"));
        settle(lane, Answers.LOST);

        lane.waitingIsOver(true);

        assertThat(night.rows("queue")).containsExactly("1 9", "2 9", "3 1");
    }

    @Test
    void aScanThatWasReadAheadIsNotAskedAgainOnceTheWaitingIsOver() {
        night.take(1, 2);
        ScansLane lane = lane(1);
        settle(lane, Answers.statuses("1 IN_PROGRESS"));
        settle(lane, Answers.statuses("2 IN_PROGRESS"));
        night.clock.advance(Duration.ofSeconds(2));
        List<ScanCall> inFlight = lane.claim(1, NO_LIMIT);

        lane.waitingIsOver(false);

        assertThat(inFlight).extracting(ScanCall::ids).containsExactly(List.of(1L));
        assertThat(lane.claim(9, NO_LIMIT)).isEmpty();
    }

    @Test
    void tenRefusalsFromTheStartAreOfTheCredentials() {
        night.take(LongStream.rangeClosed(1, 10).toArray());
        ScansLane lane = lane(1);
        List<Completed<ScanCall, ScanResult>> refusals = new ArrayList<>();
        lane.claim(10, NO_LIMIT).forEach(call -> refusals.add(new Completed<>(call, Answers.FORBIDDEN_STATUSES)));

        assertThatThrownBy(() -> lane.settle(refusals))
                .isInstanceOfSatisfying(
                        VendorException.class, end -> assertThat(end.reason()).isEqualTo(Reason.FORBIDDEN));
    }

    @Test
    void rejectionsOfRefusedCredentialsAreTakenBack() {
        night.take(LongStream.rangeClosed(1, 10).toArray());
        night.db.execute("UPDATE scan_item SET phase = 'REPORT'");
        ScansLane lane = lane(1);
        List<Completed<ScanCall, ScanResult>> refusals = new ArrayList<>();
        lane.claim(10, NO_LIMIT).forEach(call -> refusals.add(new Completed<>(call, Answers.REJECTED)));

        assertThatThrownBy(() -> lane.settle(refusals)).isInstanceOf(VendorException.class);

        assertThat(night.db.rows("SELECT DISTINCT phase, ending FROM scan_item"))
                .containsExactly("REPORT -");
        assertThat(lane(1).claim(20, NO_LIMIT)).hasSize(10);
    }

    @Test
    void aRunFollowsEveryScanToItsEnd() throws Exception {
        night.take(LongStream.rangeClosed(1, 50).toArray());
        Vendor vendor = new Vendor();

        run(vendor, HALF_AN_HOUR);

        assertThat(night.db.rows("SELECT ending, COUNT(*) FROM scan_item GROUP BY ending"))
                .containsExactly("REPORTED 50");
        assertThat(vendor.reports).hasSize(150).startsWith(1L);
    }

    @Test
    void aWaitingTimeOfZeroIsOneLookAtEachStatusAndOneAtEachReport() throws Exception {
        night.take(LongStream.rangeClosed(1, 50).toArray());
        Vendor vendor = new Vendor();

        run(vendor, Duration.ZERO);

        assertThat(vendor.statuses).hasSize(50).doesNotHaveDuplicates();
        assertThat(vendor.reports).hasSize(25).doesNotHaveDuplicates();
        assertThat(night.db.rows("SELECT phase, COUNT(*) FROM scan_item GROUP BY phase ORDER BY phase"))
                .containsExactly("REPORT 25", "STATUS 25");
    }

    private void run(ScanCalls vendor, Duration waiting) throws InterruptedException {
        ScansLane lane = night.lane(vendor, 10, waiting);
        new VirtualWorkers<>(lane, night.clock, 4, 12, call -> Duration.ofMillis(200))
                .drive(Gate.OPEN, new Watch(night.pace(waiting), new StopSignal(), Progress.NONE));
    }

    private ScansLane lane(int statusBatch) {
        return night.lane(NO_CALLS, statusBatch, HALF_AN_HOUR);
    }

    private static void settle(ScansLane lane, ScanResult result) {
        settle(lane, lane.claim(1, NO_LIMIT).get(0), result);
    }

    private static void settle(ScansLane lane, ScanCall call, ScanResult result) {
        lane.settle(List.of(new Completed<>(call, result)));
    }

    /** Scans of odd ids are final when they are first asked about, the others later; each report is ready at the third call. */
    private static final class Vendor implements ScanCalls {

        final List<Long> statuses = new ArrayList<>();
        final List<Long> reports = new ArrayList<>();

        @Override
        public Supplier<ScanResult> statuses(List<Long> scanIds) {
            String[] answer = scanIds.stream()
                    .map(id -> id + (id % 2 == 1 || statuses.contains(id) ? " COMPLETE" : " IN_PROGRESS"))
                    .toArray(String[]::new);
            statuses.addAll(scanIds);
            return () -> Answers.statuses(answer);
        }

        @Override
        public Supplier<ScanResult> report(long scanId) {
            reports.add(scanId);
            boolean isReady = reports.stream().filter(id -> id == scanId).count() == 3;
            return () -> isReady ? Answers.report(scanId) : Answers.NOT_READY;
        }
    }
}
