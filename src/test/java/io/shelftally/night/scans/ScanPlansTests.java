package io.shelftally.night.scans;

import static io.shelftally.night.scans.ScanNight.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.window.InFlight;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanPlansTests {

    private final ScanNight night = new ScanNight();

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void statusesComeInBatchesAndReportsOneByOne() {
        night.take(LongStream.rangeClosed(1, 7).toArray());

        assertThat(plan(3)).isEqualTo(new ScanPlan(7, 3, 7));
        assertThat(plan(7)).isEqualTo(new ScanPlan(7, 1, 7));
    }

    @Test
    void aScanWhoseReportIsDueNeedsNoStatus() {
        night.take(1, 2, 3);
        night.db.execute("UPDATE scan_item SET phase = 'REPORT' WHERE scan_id < 3");

        assertThat(plan(100)).isEqualTo(new ScanPlan(3, 1, 3));
    }

    @Test
    void aSettledScanCostsNothing() {
        night.take(1, 2);
        night.db.execute("UPDATE scan_item SET phase = 'DONE', ending = 'REPORTED'");

        assertThat(plan(100)).isEqualTo(new ScanPlan(2, 0, 0));
    }

    private ScanPlan plan(int statusBatch) {
        PensaSettings settings = new PensaSettings(
                null,
                null,
                null,
                null,
                null,
                URI.create("https://vendor.example/token"),
                List.of("ITEMS_SEEN"),
                InFlight.AUTO,
                0.02,
                statusBatch,
                false,
                ZoneOffset.UTC);
        return new ScanPlans(night.tables.items(), settings).of(NIGHT);
    }
}
