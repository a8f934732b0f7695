package io.shelftally.calls.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.collect.CallCounts.Call;
import io.shelftally.night.run.HandClock;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.run.RunHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallCountsTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    private final NightDatabase db = new NightDatabase();
    private final CallCounts counts = new CallCounts(db.client());

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void callsAddUpOverTheStartsOfANight() {
        counts.add(NIGHT, "closient", List.of(call("read", "ok"), call("read", "ok"), call("retry", "ok")));
        counts.add(NIGHT, "closient", List.of(call("read", "ok"), call("read", "http_404")));
        counts.add(NIGHT, "pensa", List.of(call("statuses", "ok")));

        assertThat(counts.of(NIGHT))
                .isEqualTo(Map.of(
                        "closient", Map.of("read ok", 3L, "read http_404", 1L, "retry ok", 1L),
                        "pensa", Map.of("statuses ok", 1L)));
    }

    @Test
    void eachRunHasItsOwnAndTheNightHasTheirSum() {
        RunHistory history = new RunHistory(db.client(), new HandClock());
        counts.add(NIGHT, "closient", List.of(call("read", "ok")));
        history.started(NIGHT);
        counts.add(NIGHT, "closient", List.of(call("read", "ok"), call("read", "ok")));
        history.started(NIGHT.minusDays(1));
        counts.add(NIGHT, "closient", List.of(new Call("read", "ok", Duration.ofMillis(500), false)));

        assertThat(db.rows("SELECT run_id, calls, total_millis FROM call_count ORDER BY run_id"))
                .containsExactly("0 1 100", "1 3 700");
        assertThat(counts.of(NIGHT)).isEqualTo(Map.of("closient", Map.of("read ok", 4L)));
        assertThat(counts.meanMillis(NIGHT)).isEqualTo(Map.of("closient", Map.of("read ok", 200L)));
    }

    @Test
    void theMeanOfEachResultIsTold() {
        counts.add(NIGHT, "pensa", List.of(new Call("report", "ok", Duration.ofMillis(300), false)));
        counts.add(NIGHT, "pensa", List.of(call("report", "ok"), call("report", "timeout")));

        assertThat(counts.meanMillis(NIGHT))
                .isEqualTo(Map.of("pensa", Map.of("report ok", 200L, "report timeout", 100L)));
    }

    @Test
    void halfAndNearlyAllOfTheCallsOfANightAreTimedWhereTheyWereAnsweredAsAsked() {
        for (int i = 1; i <= 200; i++) {
            counts.took(
                    NIGHT, "pensa", List.of(new Call("report", "ok", Duration.ofMillis(i > 196 ? 3000 : i), false)));
        }
        counts.took(
                NIGHT,
                "pensa",
                List.of(
                        new Call("report", "timeout", Duration.ofSeconds(30), false),
                        new Call("report", "not_ready", Duration.ofNanos(1), false)));
        counts.took(NIGHT, "closient", List.of(new Call("read", "timeout", Duration.ofSeconds(30), false)));

        assertThat(counts.times(NIGHT)).containsOnlyKeys("pensa");
        assertThat(counts.times(NIGHT).get("pensa")).satisfies(times -> {
            assertThat(times.calls()).isEqualTo(201);
            assertThat(times.p50Millis()).isBetween(99L, 102L);
            assertThat(times.p99Millis()).isBetween(2980L, 3020L);
        });
        assertThat(counts.times(NIGHT.plusDays(1))).isEmpty();
        counts.took(NIGHT.plusDays(1), "pensa", List.of(call("report", "ok")));
        assertThat(counts.times(NIGHT.plusDays(1)).get("pensa")).isEqualTo(new CallCounts.Times(1, 100, 100));
    }

    @Test
    void aVendorsMeanIsThatOfItsLatestNightThatWasMeasured() {
        counts.add(NIGHT.minusDays(2), "pensa", List.of(new Call("report", "ok", Duration.ofSeconds(9), false)));
        counts.add(
                NIGHT.minusDays(1),
                "pensa",
                List.of(
                        new Call("report", "ok", Duration.ofMillis(300), false),
                        new Call("report", "ok", Duration.ofMillis(100), false),
                        new Call("statuses", "timeout", Duration.ofMillis(500), false)));
        counts.add(NIGHT, "pensa", List.of(new Call("report", "ok", Duration.ZERO, false)));

        assertThat(counts.mean(NIGHT, "pensa"))
                .contains(new CallCounts.Mean(Duration.ofMillis(300), NIGHT.minusDays(1)));
        assertThat(counts.mean(NIGHT, "closient")).isEmpty();
    }

    @Test
    void everyNightHasItsOwn() {
        counts.add(NIGHT, "closient", List.of(call("read", "ok")));

        assertThat(counts.of(NIGHT.plusDays(1))).isEmpty();
    }

    @Test
    void callsThatAskForAPauseInWordsThatCannotBeReadAreCountedBesides() {
        Call odd = new Call("read", "http_503", Duration.ZERO, true);

        counts.add(NIGHT, "closient", List.of(odd, odd, new Call("read", "http_503", Duration.ZERO, false)));
        counts.add(NIGHT, "pensa", List.of(odd));

        assertThat(counts.unreadableWaits(NIGHT)).isEqualTo(3);
        assertThat(counts.unreadableWaits(NIGHT.plusDays(1))).isZero();
        assertThat(counts.of(NIGHT).toString()).isEqualTo("{closient={read http_503=3}, pensa={read http_503=1}}");
    }

    private static Call call(String name, String result) {
        return new Call(name, result, Duration.ofMillis(100), false);
    }
}
