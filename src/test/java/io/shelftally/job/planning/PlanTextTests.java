package io.shelftally.job.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.night.captures.CapturePlan;
import io.shelftally.night.scans.ScanPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanTextTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 21);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final OptionalLong NONE = OptionalLong.empty();

    @Test
    void aShortQuotaIsTold() {
        NightPlan plan = plan(
                new CapturePlan(1200, 1195, 3, 1192, 2390, OptionalDouble.of(0.12), 810, 386, 606),
                new ScanPlan(340, 4, 340),
                new NightPlan.Quota(OptionalLong.of(10_000), OptionalLong.of(790), OptionalLong.of(810), 300),
                Duration.ofMinutes(2));

        assertThat(plan.text()).isEqualTo("""
                plan for 2026-11-21: 1200 captures, 340 scans
                  closient  1195 reads, 3 retries of captures known to have failed; up to 1192 retries and 2390 reads more to follow up if captures have failed (12 % did in the last two weeks: about 143 retries)
                  pensa     4 status calls, 340 reports; more where scans are still in progress
                  quota     790 of 10000 left today and 20 more while the run waits, 300 a minute: 386 captures will be deferred, up to 606 more if captures have failed
                  time      about 2 min (the quota of a minute), and up to 30 min of waiting for the vendors
                """);
    }

    @Test
    void aQuotaThatMaySufficeIsToldSo() {
        NightPlan plan = plan(
                new CapturePlan(10, 10, 0, 10, 20, OptionalDouble.empty(), 10, 0, 7),
                new ScanPlan(1, 1, 1),
                new NightPlan.Quota(OptionalLong.of(12), OptionalLong.of(12), OptionalLong.of(12), 0),
                Duration.ZERO);

        assertThat(plan.text())
                .contains("10 reads; up to 10 retries and 20 reads more to follow up if captures have failed\n")
                .contains("12 of 12 left today, any number a minute: enough, unless captures have failed: then up to 7"
                        + " may be deferred\n")
                .contains("1 status call, 1 report;")
                .contains("about 1 s (41 ms a call, as on 2026-11-20), and up to 30 min");
    }

    @Test
    void aNightWithNothingToDoIsToldSo() {
        NightPlan plan = plan(
                new CapturePlan(1, 0, 0, 0, 0, OptionalDouble.of(0.5), 0, 0, 0),
                new ScanPlan(0, 0, 0),
                new NightPlan.Quota(NONE, NONE, NONE, 300),
                Duration.ZERO);

        assertThat(plan.text()).isEqualTo("""
                plan for 2026-11-21: 1 capture, 0 scans
                  closient  no call: every capture is settled
                  pensa     no call: every scan is settled
                  quota     no limit a day, 300 a minute
                  time      no call to wait for
                """);
    }

    @Test
    void scriptsGetTheSameFigures() {
        NightPlan plan = plan(
                new CapturePlan(1200, 1195, 3, 1192, 2390, OptionalDouble.empty(), 1198, 0, 0),
                new ScanPlan(340, 4, 340),
                new NightPlan.Quota(NONE, NONE, NONE, 0),
                Duration.ZERO);

        JsonNode json = JsonMapper.shared().readTree(plan.json());

        assertThat(json.propertyNames()).containsExactly("business_date", "captures", "scans", "quota", "time");
        assertThat(json.at("/captures").propertyNames())
                .containsExactly(
                        "captures",
                        "reads",
                        "retries",
                        "more_retries_at_most",
                        "more_retries_expected",
                        "follow_up_reads_at_most",
                        "deferred",
                        "more_deferred_at_most");
        assertThat(json.at("/captures/more_retries_expected").isNull()).isTrue();
        assertThat(json.at("/quota/per_day").isNull()).isTrue();
        assertThat(json.at("/scans/status_calls").asLong()).isEqualTo(4);
        assertThat(json.at("/time/waiting_seconds_at_most").asLong()).isEqualTo(1800);
        assertThat(json.at("/time/pensa/measured_on").asString()).isEqualTo("2026-11-20");
        assertThat(json.at("/time/closient/measured_on").isNull()).isTrue();
    }

    private static NightPlan plan(CapturePlan captures, ScanPlan scans, NightPlan.Quota quota, Duration forcedByQuota) {
        NightPlan.Calls closient = new NightPlan.Calls(captures.callsWithinQuota(), 32, Duration.ofMillis(20), null);
        NightPlan.Calls pensa = new NightPlan.Calls(
                scans.statusCalls() + scans.reports(), 32, Duration.ofMillis(41), NIGHT.minusDays(1));
        return new NightPlan(
                NIGHT, captures, scans, quota, new NightPlan.Time(forcedByQuota, closient, pensa, HALF_AN_HOUR));
    }
}
