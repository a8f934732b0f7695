package io.shelftally.job.planning;

import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.quota.DayUse;
import io.shelftally.night.captures.CapturePlan;
import io.shelftally.night.captures.CapturePlans;
import io.shelftally.night.captures.ClosientQuota;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.scans.PensaSettings;
import io.shelftally.night.scans.ScanPlan;
import io.shelftally.night.scans.ScanPlans;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Counts what a run will do, from the rows that its collection starts with. */
@Component
public class NightPlans {

    private static final Duration ASSUMED = Duration.ofMillis(500);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CapturePlans captures;
    private final ScanPlans scans;
    private final CallCounts counts;
    private final ClosientQuota quota;
    private final ClosientSettings closient;
    private final PensaSettings pensa;

    NightPlans(
            CapturePlans captures,
            ScanPlans scans,
            CallCounts counts,
            ClosientQuota quota,
            ClosientSettings closient,
            PensaSettings pensa) {
        this.captures = captures;
        this.scans = scans;
        this.counts = counts;
        this.quota = quota;
        this.closient = closient;
        this.pensa = pensa;
    }

    /** The plan of a night whose work list has been taken. */
    public NightPlan of(PlanOptions options) {
        OptionalLong left = quota.leftWithin(options.waiting());
        CapturePlan capturePlan = captures.of(options.businessDate(), options.maxRetries(), left);
        ScanPlan scanPlan = scans.of(options.businessDate());
        DayUse today = quota.today();
        return new NightPlan(
                options.businessDate(),
                capturePlan,
                scanPlan,
                new NightPlan.Quota(today.limitIfAny(), today.left(), left, closient.perMinute()),
                time(options, capturePlan, scanPlan));
    }

    private NightPlan.Time time(PlanOptions options, CapturePlan capturePlan, ScanPlan scanPlan) {
        return new NightPlan.Time(
                forcedByQuota(capturePlan.callsWithinQuota()),
                calls("closient", options.businessDate(), capturePlan.callsWithinQuota(), closient.inFlight()),
                calls(
                        "pensa",
                        options.businessDate(),
                        scanPlan.statusCalls() + scanPlan.reports(),
                        pensa.inFlight().first()),
                options.waiting());
    }

    /** What is over the first minute's calls waits for the next ones. */
    private Duration forcedByQuota(long calls) {
        long perMinute = closient.perMinute();
        return perMinute == 0 || calls == 0 ? Duration.ZERO : MINUTE.multipliedBy((calls - 1) / perMinute);
    }

    private NightPlan.Calls calls(String vendor, LocalDate businessDate, long calls, int inFlight) {
        NightPlan.Calls assumed = new NightPlan.Calls(calls, inFlight, ASSUMED, null);
        return counts.mean(businessDate, vendor)
                .map(mean -> new NightPlan.Calls(calls, inFlight, mean.took(), mean.night()))
                .orElse(assumed);
    }
}
