package io.shelftally.night.scans;

import static io.shelftally.night.scans.ScanNight.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.intake.worklist.ScanEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanNightsTests {

    private final ScanNight night = new ScanNight();

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void aPlaceIsStoredAsItIsPublished() {
        night.take(NIGHT, List.of(new ScanEntry(1, "S\0", "d\uD800")));

        assertThat(night.rows("store_id, section")).containsExactly("1 S\uFFFD d\uFFFD");
    }

    @Test
    void aWorkListIsLongerThanAnArrayOfTheDatabaseMayBe() {
        List<ScanEntry> listed = LongStream.rangeClosed(1, 70_000)
                .mapToObj(id -> new ScanEntry(id, null, null))
                .toList();

        night.take(NIGHT, listed);

        assertThat(night.nights.count(NIGHT)).isEqualTo(70_000);
    }

    @Test
    void anyGuidNamesItsScanExactly() {
        ScanGuids guids = night.tables.guids();

        guids.remember(NIGHT, Map.of(1L, "plain", 2L, "nul\0", 3L, "nul\uFFFD", 4L, "x".repeat(10_000)));
        guids.remember(NIGHT, Map.of(1L, "plain", 5L, "plain"));

        assertThat(night.nights.withGuid(NIGHT, "plain")).contains(1L);
        assertThat(night.nights.withGuid(NIGHT, "nul\0")).contains(2L);
        assertThat(night.nights.withGuid(NIGHT, "nul\uFFFD")).contains(3L);
        assertThat(night.nights.withGuid(NIGHT, "x".repeat(10_000))).contains(4L);
        assertThat(night.nights.withGuid(NIGHT, "x".repeat(9_999))).isEmpty();
    }

    @Test
    void aGuidIsKnownFromTheEarliestNightThatWasToldOfIt() {
        ScanGuids guids = night.tables.guids();
        guids.remember(NIGHT.plusDays(1), Map.of(1L, "late"));
        assertThat(night.nights.withGuid(NIGHT, "late")).isEmpty();

        guids.remember(NIGHT, Map.of(1L, "late"));
        guids.remember(NIGHT.plusDays(2), Map.of(1L, "late"));

        assertThat(night.nights.withGuid(NIGHT, "late")).contains(1L);
    }

    @Test
    void whatEndedBadlyOnANightThatWasNotPublishedIsAskedAnewIfItIsListedAgain() {
        night.take(NIGHT.minusDays(1), List.of(new ScanEntry(1, "S1", null)));
        night.db.execute("UPDATE scan_item SET phase = 'DONE', ending = 'FAILED', asked = TRUE, nights_asked = 1");

        night.take(NIGHT, List.of(new ScanEntry(1, null, null)));

        assertThat(night.rows("phase, ending, store_id, nights_asked")).containsExactly("1 STATUS - - 1");
    }

    @Test
    void aNightThatPublishedNothingDoesNotCountForAnUnknownScan() {
        night.take(NIGHT.minusDays(1), List.of(new ScanEntry(1, null, null)));
        night.db.execute("UPDATE scan_item SET outcome = 'UNKNOWN_SCAN', nights_waited = 2");

        night.take(NIGHT, List.of());

        assertThat(night.rows("nights_waited")).containsExactly("1 2");
    }

    @Test
    void thePublishedNightsOfAnUnknownScanAreCounted() {
        night.take(NIGHT.minusDays(1), List.of(new ScanEntry(1, null, null)));
        night.db.execute("UPDATE scan_item SET outcome = 'UNKNOWN_SCAN', nights_waited = 2");
        night.db.execute("INSERT INTO published_night VALUES (?)", NIGHT.minusDays(1));

        night.take(NIGHT, List.of());

        assertThat(night.rows("nights_waited")).containsExactly("1 3");
    }
}
