package io.shelftally.night.captures;

import static io.shelftally.night.captures.CaptureNight.NIGHT;
import static io.shelftally.night.captures.CaptureNight.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.night.captures.CaptureNights.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a night takes on, over several nights. */
class CaptureNightsTests {

    private static final LocalDate SECOND = NIGHT.plusDays(1);
    private static final LocalDate THIRD = NIGHT.plusDays(2);

    private final CaptureNight night = new CaptureNight();

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void aStoreIsStoredAsItIsPublished() {
        night.take(NIGHT, List.of(new CaptureEntry(id("a"), 7L, "S\0")));

        assertThat(night.rows("store_id")).containsExactly("a S\uFFFD");
    }

    @Test
    void aWorkListIsLongerThanAnArrayOfTheDatabaseMayBe() {
        List<CaptureEntry> listed = IntStream.range(0, 70_000)
                .mapToObj(number -> new CaptureEntry(id(Integer.toString(number, 36)), null, null))
                .toList();

        night.take(NIGHT, listed);

        assertThat(night.nights.count(NIGHT)).isEqualTo(70_000);
    }

    @Test
    void listedCapturesAreTakenOnInTheOrderOfTheList() {
        list(NIGHT, entry("c", 7L, "S1"), entry("b", null, null));

        assertThat(rows(NIGHT, "scan_id, store_id, listed, phase, asked, retries, carried"))
                .containsExactly("c 7 S1 TRUE READ FALSE 0 TRUE", "b - - TRUE READ FALSE 0 TRUE");
        assertThat(night.nights.count(NIGHT)).isEqualTo(2);
    }

    @Test
    void whatEarlierNightsLeftOpenIsCarriedOverBeforeWhatIsListed() {
        take(NIGHT, "old");
        publish(NIGHT, carried("old", CaptureOutcome.IN_PROGRESS));
        take(SECOND, "newer");
        publish(SECOND, carried("newer", CaptureOutcome.DEFERRED), carried("old", CaptureOutcome.IN_PROGRESS));

        take(THIRD, "newest", "old");

        assertThat(rows(THIRD, "listed, first_night"))
                .containsExactly("old TRUE 2026-11-22", "newer FALSE 2026-11-23", "newest TRUE 2026-11-24");
    }

    @Test
    void aNightThatWasLeftOutIsNoObstacle() {
        take(NIGHT, "b");
        publish(NIGHT, carried("b", CaptureOutcome.IN_PROGRESS));

        take(NIGHT.plusDays(9), "c");

        assertThat(rows(NIGHT.plusDays(9), "listed")).containsExactly("b FALSE", "c TRUE");
    }

    @Test
    void whatIsClosedIsNotCarriedOver() {
        take(NIGHT, "b", "c");
        settle(NIGHT, "b");
        publish(NIGHT, closed("b", CaptureOutcome.RECONCILED), closed("c", CaptureOutcome.UNKNOWN_CAPTURE));

        take(SECOND);

        assertThat(rows(SECOND, "phase")).isEmpty();
    }

    @Test
    void aNightThatWasNotPublishedIsCarriedWhole() {
        take(NIGHT, "done", "open", "gone");
        settle(NIGHT, "done");
        execute(
                "UPDATE capture_item SET phase = 'DONE', ending = 'UNKNOWN', error_sha256 = 'e' WHERE capture_id = ?",
                "gone");
        decide(NIGHT, closed("done", CaptureOutcome.RECONCILED), closed("gone", CaptureOutcome.UNKNOWN_CAPTURE));

        take(SECOND);

        assertThat(rows(SECOND, "phase, ending, answer_sha256, error_sha256, listed"))
                .containsExactly(
                        "done DONE SETTLED sha-done - FALSE", "open READ - - - FALSE", "gone DONE UNKNOWN - e FALSE");
    }

    @Test
    void whatEndedBadlyOnANightThatWasNotPublishedIsAskedAnewIfItIsListedAgain() {
        list(NIGHT, entry("gone", 7L, "S1"));
        execute(
                "UPDATE capture_item SET phase = 'DONE', ending = 'UNKNOWN', error_sha256 = 'e', asked = TRUE WHERE capture_id = ?",
                "gone");

        list(SECOND, entry("gone", null, null));

        assertThat(rows(SECOND, "phase, ending, error_sha256, scan_id, first_night"))
                .containsExactly("gone READ - - - 2026-11-23");

        execute(
                "UPDATE capture_item SET phase = 'DONE', ending = 'UNKNOWN', asked = TRUE WHERE capture_id = ?",
                "gone");
        list(SECOND, entry("gone", null, null));

        assertThat(rows(SECOND, "phase, ending")).containsExactly("gone DONE UNKNOWN");
    }

    @Test
    void theLatestNightSpeaksForACaptureThatSeveralNightsHad() {
        take(NIGHT, "b");
        take(SECOND);
        settle(SECOND, "b");
        publish(SECOND, closed("b", CaptureOutcome.RECONCILED));

        take(THIRD);

        assertThat(rows(THIRD, "phase")).isEmpty();
    }

    @Test
    void retriesAreCountedAnewEachNightAndWhatIsLostIsKept() {
        take(NIGHT, "b");
        execute(
                "UPDATE capture_item SET retries = 1, lost_retries = 2, phase = 'LOST_RETRY', asked = TRUE, answered = TRUE,"
                        + " deferred = TRUE WHERE capture_id = ?",
                "b");
        publish(NIGHT, carried("b", CaptureOutcome.IN_PROGRESS));

        take(SECOND);

        assertThat(rows(SECOND, "retries, lost_retries, phase, asked, answered, deferred"))
                .containsExactly("b 0 2 LOST_RETRY FALSE FALSE FALSE");
    }

    @Test
    void aRestartTakesOutWhatTheListNoLongerHasAndKeepsWhatWasDone() {
        take(NIGHT, "b", "c");
        settle(NIGHT, "b");

        take(NIGHT, "b", "d");

        assertThat(rows(NIGHT, "phase")).containsExactlyInAnyOrder("b DONE", "d READ");
    }

    @Test
    void aCarriedCaptureStaysThoughTheListOfARestartNoLongerHasIt() {
        take(NIGHT, "b");
        publish(NIGHT, carried("b", CaptureOutcome.IN_PROGRESS));
        take(SECOND, "b", "c");

        take(SECOND);

        assertThat(rows(SECOND, "listed")).containsExactly("b FALSE");
    }

    @Test
    void aSettledCaptureThatIsListedAgainRestsOnItsEvidence() {
        list(NIGHT, entry("b", 7L, "S1"));
        settle(NIGHT, "b");
        publish(NIGHT, closed("b", CaptureOutcome.RECONCILED));

        list(SECOND, entry("b", 8L, null));

        assertThat(rows(SECOND, "phase, ending, answer_sha256, asked, scan_id, store_id, listed"))
                .containsExactly("b DONE SETTLED sha-b FALSE 8 S1 TRUE");
    }

    @Test
    void aSettledCaptureThatWasListedAgainByMistakeGoesWithTheListOfARestart() {
        take(NIGHT, "b");
        settle(NIGHT, "b");
        publish(NIGHT, closed("b", CaptureOutcome.RECONCILED));
        take(SECOND, "b", "c");

        take(SECOND, "c");

        assertThat(rows(SECOND, "phase")).containsExactly("c READ");
    }

    @Test
    void anUnresolvedCaptureThatIsListedAgainIsAskedAnew() {
        take(NIGHT, "b");
        execute(
                "UPDATE capture_item SET phase = 'DONE', ending = 'UNRESOLVED', answer_sha256 = 'x' WHERE capture_id = ?",
                "b");
        publish(NIGHT, closed("b", CaptureOutcome.UNRESOLVED));

        take(SECOND, "b");

        assertThat(rows(SECOND, "phase, ending, answer_sha256, first_night")).containsExactly("b READ - - 2026-11-23");
    }

    @Test
    void theListedScanAndStoreGoBeforeTheCarriedOnes() {
        list(NIGHT, entry("b", 7L, "S1"), entry("c", 7L, "S1"));
        publish(NIGHT, carried("b", CaptureOutcome.IN_PROGRESS), carried("c", CaptureOutcome.IN_PROGRESS));

        list(SECOND, entry("b", 8L, null));

        assertThat(rows(SECOND, "scan_id, store_id")).containsExactly("b 8 S1", "c 7 S1");
    }

    @Test
    void theListOfARestartSaysAnewWhichScanAndStoreANewCaptureIsOf() {
        list(NIGHT, entry("b", 7L, "S1"));

        list(NIGHT, entry("b", null, "S2"));

        assertThat(rows(NIGHT, "scan_id, store_id")).containsExactly("b - S2");
    }

    @Test
    void waitingInVainIsCountedNightByNight() {
        take(NIGHT, "waits", "moves");
        publish(NIGHT, waits("waits"), waits("moves"));
        take(SECOND);
        publish(SECOND, waits("waits"), carried("moves", CaptureOutcome.WAITING_FOR_SCAN));

        take(THIRD);

        assertThat(rows(THIRD, "nights_waited")).containsExactlyInAnyOrder("waits 2", "moves 0");
    }

    @Test
    void aNightThatDiedBeforeItDecidedDoesNotForgetHowLongACaptureWaited() {
        take(NIGHT, "b");
        publish(NIGHT, waits("b"));
        take(SECOND);

        take(THIRD);

        assertThat(rows(THIRD, "nights_waited")).containsExactly("b 1");
    }

    @Test
    void runningAnOlderNightAgainIsNotDisturbedByLaterOnes() {
        take(NIGHT, "b", "c");
        publish(NIGHT, carried("b", CaptureOutcome.IN_PROGRESS), carried("c", CaptureOutcome.IN_PROGRESS));
        take(SECOND, "d");
        settle(SECOND, "b");
        settle(SECOND, "d");
        publish(SECOND, closed("b", CaptureOutcome.RECONCILED));
        List<String> second = rows(SECOND, "phase, ending, listed");

        take(NIGHT, "b", "d");

        assertThat(rows(NIGHT, "phase, ending")).containsExactlyInAnyOrder("b READ -", "d READ -");
        assertThat(rows(SECOND, "phase, ending, listed")).isEqualTo(second);
    }

    @Test
    void settledCapturesOfThisNightAndEarlierOnesAreFoundByTheirScans() {
        list(NIGHT, entry("b", 7L, null), entry("c", 8L, null), entry("open", 7L, null));
        settle(NIGHT, "b");
        settle(NIGHT, "c");
        link(NIGHT, Map.of("b", 7L, "c", 8L, "open", 7L));
        publish(NIGHT, closed("b", CaptureOutcome.RECONCILED), carried("c", CaptureOutcome.WAITING_FOR_SCAN));
        list(SECOND, entry("d", 7L, null));
        settle(SECOND, "d");
        link(SECOND, Map.of("c", 8L, "d", 7L));

        assertThat(night.nights.settled(SECOND, 1, 8))
                .containsExactly(
                        new LinkedCapture(7, id("b"), "sha-b"),
                        new LinkedCapture(7, id("d"), "sha-d"),
                        new LinkedCapture(8, id("c"), "sha-c"));
        assertThat(night.nights.settled(SECOND, 8, 9))
                .extracting(LinkedCapture::captureId)
                .containsExactly(id("c"));
        assertThat(night.nights.settled(NIGHT, 7, 7))
                .extracting(LinkedCapture::captureId)
                .containsExactly(id("b"));
    }

    @Test
    void aCaptureThatWasGivenToAnotherScanIsNoLongerOfTheFirst() {
        list(NIGHT, entry("b", 7L, null));
        settle(NIGHT, "b");
        link(NIGHT, Map.of("b", 7L));
        publish(NIGHT, closed("b", CaptureOutcome.RECONCILED));
        list(SECOND, entry("b", 8L, null));
        link(SECOND, Map.of("b", 8L));

        assertThat(night.nights.settled(SECOND, 1, 9)).containsExactly(new LinkedCapture(8, id("b"), "sha-b"));
        assertThat(night.nights.settled(NIGHT, 1, 9)).containsExactly(new LinkedCapture(7, id("b"), "sha-b"));
    }

    @Test
    void aCaptureIsReadBackAsTheNightLeftIt() {
        list(NIGHT, entry("b", 7L, "S1"), entry("c", null, null));
        settle(NIGHT, "b");
        link(NIGHT, Map.of("b", 9L));
        night.nights.matched(NIGHT, Map.of(id("b"), MatchMethod.CHECK_DIGIT));

        List<CaptureOfNight> page = night.nights.page(NIGHT, "", 1);
        List<CaptureOfNight> next = night.nights.page(NIGHT, page.get(0).captureId(), 5);

        assertThat(page)
                .containsExactly(new CaptureOfNight(
                        id("b"),
                        Optional.of(7L),
                        "S1",
                        Optional.of(CaptureEnding.SETTLED),
                        0,
                        false,
                        Optional.of("sha-b"),
                        Optional.empty(),
                        Optional.of(9L),
                        Optional.of(MatchMethod.CHECK_DIGIT),
                        0));
        assertThat(next).extracting(CaptureOfNight::captureId).containsExactly(id("c"));
        assertThat(next.get(0).ending()).isEmpty();
    }

    @Test
    void linkingAgainForgetsTheMatch() {
        take(NIGHT, "b");
        link(NIGHT, Map.of("b", 9L));
        night.nights.matched(NIGHT, Map.of(id("b"), MatchMethod.EXACT));

        night.nights.link(NIGHT, Map.of(id("b"), Optional.empty()));

        assertThat(rows(NIGHT, "linked_scan_id, match_method")).containsExactly("b - -");
    }

    private void take(LocalDate date, String... words) {
        list(date, Stream.of(words).map(word -> entry(word, null, null)).toArray(CaptureEntry[]::new));
    }

    private void list(LocalDate date, CaptureEntry... entries) {
        night.take(date, List.of(entries));
    }

    private static CaptureEntry entry(String word, @Nullable Long scanId, @Nullable String storeId) {
        return new CaptureEntry(id(word), scanId, storeId);
    }

    private void settle(LocalDate date, String word) {
        night.db.execute(
                "UPDATE capture_item SET phase = 'DONE', ending = 'SETTLED', asked = TRUE, answered = TRUE,"
                        + " answer_sha256 = ? WHERE business_date = ? AND capture_id = ?",
                "sha-" + word,
                date,
                id(word));
    }

    private void execute(String sql, String word) {
        night.db.execute(sql, id(word));
    }

    private void link(LocalDate date, Map<String, Long> scans) {
        scans.forEach((word, scanId) -> night.nights.link(date, Map.of(id(word), Optional.of(scanId))));
    }

    private void publish(LocalDate date, Decision... decisions) {
        decide(date, decisions);
        night.db.execute("INSERT INTO published_night VALUES (?)", date);
    }

    private void decide(LocalDate date, Decision... decisions) {
        night.nights.decide(date, List.of(decisions));
    }

    private static Decision carried(String word, CaptureOutcome outcome) {
        return new Decision(id(word), outcome, false, true);
    }

    private static Decision waits(String word) {
        return new Decision(id(word), CaptureOutcome.UNLINKED, true, true);
    }

    private static Decision closed(String word, CaptureOutcome outcome) {
        return new Decision(id(word), outcome, false, false);
    }

    private List<String> rows(LocalDate date, String columns) {
        return night.db.rows(
                "SELECT LTRIM(capture_id, 'A'), " + columns
                        + " FROM capture_item WHERE business_date = ? ORDER BY list_order",
                date);
    }
}
