package io.shelftally.matching.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.matching.reconciliation.CaptureFacts.End;
import io.shelftally.matching.reconciliation.CaptureFacts.LinkedScan;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTests {

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, UNKNOWN_CAPTURE",
        "REJECTED, REJECTED",
        "DEFERRED, DEFERRED",
        "UNSETTLED, IN_PROGRESS",
        "UNRESOLVED, UNRESOLVED"
    })
    void theEndOfACaptureThatIsNotSettledDecidesAlone(End end, CaptureOutcome outcome) {
        for (LinkedScan scan : LinkedScan.values()) {
            assertThat(CaptureOutcome.of(new CaptureFacts(end, false, scan, true)))
                    .isEqualTo(outcome);
            assertThat(CaptureOutcome.of(new CaptureFacts(end, true, scan, false)))
                    .isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSettledCaptureWithoutAnIdentifierIsNoIdentifierWhateverItsScan(LinkedScan scan) {
        assertThat(CaptureOutcome.of(new CaptureFacts(End.SETTLED, false, scan, false)))
                .isEqualTo(CaptureOutcome.NO_IDENTIFIER);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, false, UNLINKED",
        "NONE, true, UNLINKED",
        "UNAVAILABLE, false, SCAN_UNAVAILABLE",
        "CARRIED, false, WAITING_FOR_SCAN",
        "CARRIED, true, WAITING_FOR_SCAN",
        "UNLISTED, false, WAITING_FOR_SCAN",
        "UNLISTED, true, SCAN_UNAVAILABLE",
        "REPORTED, true, RECONCILED"
    })
    void aSettledCaptureWaitsForItsScan(LinkedScan scan, boolean lastNight, CaptureOutcome outcome) {
        assertThat(CaptureOutcome.of(new CaptureFacts(End.SETTLED, true, scan, lastNight)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "REPORTED, false, REPORTED",
        "IN_PROGRESS, true, CARRIED",
        "REPORT_NOT_READY, true, CARRIED",
        "UNKNOWN_SCAN, false, CARRIED",
        "UNKNOWN_SCAN, true, UNAVAILABLE",
        "FAILED, false, UNAVAILABLE",
        "REPORT_REJECTED, false, UNAVAILABLE"
    })
    void aCaptureWaitsOnlyForAScanThatIsCarried(ScanOutcome outcome, boolean lastNight, LinkedScan scan) {
        assertThat(LinkedScan.of(outcome, lastNight)).isEqualTo(scan);
    }

    @Test
    void whatIsPendingGoesOnToTheNextNightByItself() {
        assertThat(carried(false))
                .containsExactlyInAnyOrder(
                        CaptureOutcome.IN_PROGRESS,
                        CaptureOutcome.DEFERRED,
                        CaptureOutcome.WAITING_FOR_SCAN,
                        CaptureOutcome.UNLINKED);
        assertThat(carriedScans(false))
                .containsExactlyInAnyOrder(
                        ScanOutcome.IN_PROGRESS, ScanOutcome.REPORT_NOT_READY, ScanOutcome.UNKNOWN_SCAN);
    }

    @Test
    void whatNobodyKnowsIsGivenUpAfterTheLastNight() {
        assertThat(carried(true)).doesNotContain(CaptureOutcome.UNLINKED).hasSize(3);
        assertThat(carriedScans(true)).doesNotContain(ScanOutcome.UNKNOWN_SCAN).hasSize(2);
    }

    @Test
    void threeFurtherNightsFollowTheFirst() {
        assertThat(Stream.of(1, 2, 3, 4, 5).map(Patience.DEFAULT::endsOn))
                .containsExactly(false, false, false, true, true);
        assertThat(new Patience(0).endsOn(1)).isTrue();
        assertThatThrownBy(() -> new Patience(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<CaptureOutcome> carried(boolean lastNight) {
        return EnumSet.allOf(CaptureOutcome.class).stream()
                .filter(outcome -> outcome.isCarried(lastNight))
                .collect(Collectors.toSet());
    }

    private static Set<ScanOutcome> carriedScans(boolean lastNight) {
        return EnumSet.allOf(ScanOutcome.class).stream()
                .filter(outcome -> outcome.isCarried(lastNight))
                .collect(Collectors.toSet());
    }
}
