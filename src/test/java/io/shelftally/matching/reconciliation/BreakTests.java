package io.shelftally.matching.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.matching.product.Gtin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreakTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final Gtin COLA = new Gtin("00012345678905");

    @Test
    void aBreakOpensOnTheFirstNightThatShowsIt() {
        Break opened = shown(MONDAY, 1, Verdict.CAPTURED_NOT_SEEN)
                .advance(Optional.empty(), Optional.empty())
                .orElseThrow();

        assertThat(opened)
                .isEqualTo(new Break(
                        "12/A",
                        "12",
                        "A",
                        COLA,
                        "name of 1",
                        MONDAY,
                        MONDAY,
                        null,
                        1,
                        Verdict.CAPTURED_NOT_SEEN,
                        Verdict.CAPTURED_NOT_SEEN,
                        null));
    }

    @Test
    void aLaterNightThatShowsItMakesItOneNightOlder() {
        Break older = shown(FRIDAY, 7, Verdict.OOS_DISPUTED)
                .advance(opened(), Optional.of(MONDAY.minusYears(1)))
                .orElseThrow();

        assertThat(older)
                .isEqualTo(new Break(
                        "12/A",
                        "12",
                        "A",
                        COLA,
                        "name of 7",
                        MONDAY,
                        FRIDAY,
                        null,
                        2,
                        Verdict.CAPTURED_NOT_SEEN,
                        Verdict.OOS_DISPUTED,
                        null));
    }

    @Test
    void aScanOfThePlaceThatDoesNotShowItClosesIt() {
        Break closed =
                unshown(TUESDAY, true).advance(opened(), Optional.empty()).orElseThrow();

        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.closedOn()).isEqualTo(TUESDAY);
        assertThat(closed.lastSeenOn()).isEqualTo(MONDAY);
        assertThat(closed.nights()).isEqualTo(1);
    }

    @Test
    void aNightWithoutAReportedScanOfThePlaceLeavesItUntouched() {
        assertThat(unshown(TUESDAY, false).advance(opened(), Optional.empty())).isEqualTo(opened());
    }

    @Test
    void aNightThatShowsNothingOpensNothing() {
        assertThat(unshown(TUESDAY, true).advance(Optional.empty(), Optional.of(MONDAY)))
                .isEmpty();
    }

    @Test
    void aClosedBreakThatComesBackIsANewOneThatNamesTheOneBefore() {
        Break back = shown(FRIDAY, 9, Verdict.REPORT_CONFLICT)
                .advance(Optional.empty(), Optional.of(MONDAY))
                .orElseThrow();

        assertThat(back.openedOn()).isEqualTo(FRIDAY);
        assertThat(back.nights()).isEqualTo(1);
        assertThat(back.previousOpenedOn()).isEqualTo(MONDAY);
    }

    @Test
    void aNightCannotBeCountedTwice() {
        assertThatThrownBy(() -> shown(MONDAY, 1, Verdict.OOS_DISPUTED).advance(opened(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-01-05");
        assertThatThrownBy(() -> unshown(MONDAY, true).advance(opened(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSightingNeedsAReportedScanAndABreakVerdict() {
        assertThatThrownBy(() -> new BreakNight(MONDAY, false, Optional.of(sighting(1, Verdict.OOS_DISPUTED))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sighting(1, Verdict.CONFIRMED)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofSeveralScansOfANightTheLargestIdSpeaks() {
        BreakSighting two = sighting(2, Verdict.OOS_DISPUTED);
        BreakSighting ten = sighting(10, Verdict.CAPTURED_NOT_SEEN);
        BreakSighting elsewhere =
                new BreakSighting("area:5", null, null, COLA, 11, Verdict.REPORT_CONFLICT, true, null);

        assertThat(BreakSighting.latestByKey(List.of(ten, elsewhere, two)))
                .containsEntry(new BreakKey("12/A", COLA), ten)
                .containsEntry(new BreakKey("area:5", COLA), elsewhere)
                .hasSize(2);
    }

    @Test
    void aCodeThatDiffersFromPackToPackOpensNoBreakAndKeepsOneOpen() {
        BreakSighting quiet = new BreakSighting("12/A", "12", "A", COLA, 1, Verdict.CAPTURED_NOT_SEEN, false, "name");

        assertThat(new BreakNight(MONDAY, true, Optional.of(quiet)).advance(Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(new BreakNight(MONDAY.plusDays(1), true, Optional.of(quiet)).advance(opened(), Optional.empty()))
                .map(Break::nights)
                .contains(2);
    }

    /** A list that was written on another system spells the same section otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"Cafe\u0301  bar", "Caf\u00e9\u00a0bar", "Caf\u00e9\t \u2003bar", "Caf\u00e9 bar"})
    void aSectionIsOnePlaceHoweverItsLettersAndSpacesAreWritten(String section) {
        assertThat(BreakKey.placeOf("A\u030a 1", section, null, 77)).isEqualTo("\u00c5 1/Caf\u00e9 bar");
    }

    @ParameterizedTest
    @CsvSource({
        "12, A, 5432, 12/A",
        "12, , 5432, area:5432",
        ", A, 5432, area:5432",
        "12, '', '', scan:77",
        ", , , scan:77"
    })
    void aPlaceIsTheStoreAndSectionElseTheAreaElseTheScan(
            @Nullable String store, @Nullable String section, @Nullable String area, String place) {
        assertThat(BreakKey.placeOf(store, section, area, 77)).isEqualTo(place);
    }

    /** A work list gives 255 characters of each at the most. */
    @Test
    void theLongestStoreAndSectionOfAWorkListStandAsTheyAre() {
        String text = "\u4e00".repeat(255);

        assertThat(BreakKey.placeOf(text, text, null, 77)).isEqualTo(text + "/" + text);
    }

    @Test
    void placesTooLongForAnIndexAreToldApartByTheirHashes() {
        String area = "a".repeat(5_000);

        String place = BreakKey.placeOf(null, null, area + "1", 77);
        String other = BreakKey.placeOf(null, null, area + "2", 77);

        assertThat(List.of(place, other))
                .allSatisfy(one ->
                        assertThat(one).hasSize(511).startsWith("area:aaaa").matches(".*a#[0-9a-f]{64}"));
        assertThat(place).isNotEqualTo(other);
    }

    private static Optional<Break> opened() {
        return shown(MONDAY, 1, Verdict.CAPTURED_NOT_SEEN).advance(Optional.empty(), Optional.empty());
    }

    private static BreakNight shown(LocalDate date, long scanId, Verdict verdict) {
        return new BreakNight(date, true, Optional.of(sighting(scanId, verdict)));
    }

    private static BreakNight unshown(LocalDate date, boolean placeReported) {
        return new BreakNight(date, placeReported, Optional.empty());
    }

    private static BreakSighting sighting(long scanId, Verdict verdict) {
        return new BreakSighting("12/A", "12", "A", COLA, scanId, verdict, true, "name of " + scanId);
    }
}
