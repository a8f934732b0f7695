package io.shelftally.job.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.CallCounts.Call;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.publication.report.SampleNight;
import io.shelftally.publication.site.KeptNight;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptNightsTests {

    private static final String TIMES =
            "SELECT name, kind, counted FROM night_count WHERE kind IN ('TIMED', 'P50', 'P99') ORDER BY name, kind";

    private final NightDatabase db = new NightDatabase();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void howLongCallsTookIsKeptOfTheStartThatMadeTheMost() {
        keep(1, "pensa", 20, 300);
        keep(2, "pensa", 3, 7000);
        assertThat(db.rows(TIMES)).containsExactly("pensa P50 300", "pensa P99 300", "pensa TIMED 20");

        keep(2, "closient", 5, 40);
        keep(3, "pensa", 21, 80);

        assertThat(db.rows(TIMES))
                .containsExactly(
                        "closient P50 40",
                        "closient P99 40",
                        "closient TIMED 5",
                        "pensa P50 80",
                        "pensa P99 80",
                        "pensa TIMED 21");
        assertThat(db.rows("SELECT counted FROM night_count WHERE kind = 'NIGHT'"))
                .containsExactly("3");
    }

    /** A start, in a process of its own, that calls a vendor and publishes. */
    private void keep(int version, String vendor, int calls, long millis) {
        CallCounts counts = new CallCounts(db.client());
        counts.took(
                SampleNight.DATE,
                vendor,
                Collections.nCopies(calls, new Call("read", "ok", Duration.ofMillis(millis), false)));
        new KeptNights(db.client(), counts).keep(KeptNight.of(SampleNight.summary(), version));
    }
}
