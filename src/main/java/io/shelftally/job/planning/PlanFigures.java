package io.shelftally.job.planning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The document that {@code plan --json} prints; what has no limit or is not known is null. */
record PlanFigures(
        String businessDate,
        Map<String, Object> captures,
        Map<String, Object> scans,
        Map<String, Object> quota,
        Map<String, Object> time) {

    static PlanFigures of(NightPlan plan) {
        return new PlanFigures(plan.businessDate().toString(), captures(plan), scans(plan), quota(plan), time(plan));
    }

    private static Map<String, Object> captures(NightPlan plan) {
        return figures(
                "captures", plan.captures().captures(),
                "reads", plan.captures().reads(),
                "retries", plan.captures().retries(),
                "more_retries_at_most", plan.captures().moreRetries(),
                "more_retries_expected", orNull(plan.captures().expectedRetries()),
                "follow_up_reads_at_most", plan.captures().moreReads(),
                "deferred", plan.captures().deferred(),
                "more_deferred_at_most", plan.captures().moreDeferred());
    }

    private static Map<String, Object> scans(NightPlan plan) {
        return figures(
                "scans", plan.scans().scans(),
                "status_calls", plan.scans().statusCalls(),
                "reports", plan.scans().reports());
    }

    private static Map<String, Object> quota(NightPlan plan) {
        return figures(
                "per_day", orNull(plan.quota().day()),
                "left", orNull(plan.quota().left()),
                "left_for_the_run", orNull(plan.quota().leftForTheRun()),
                "per_minute",
                        plan.quota().perMinute() == 0 ? null : plan.quota().perMinute());
    }

    private static Map<String, Object> time(NightPlan plan) {
        NightPlan.Time time = plan.time();
        return figures(
                "seconds", time.total().toSeconds(),
                "seconds_forced_by_quota", time.forcedByQuota().toSeconds(),
                "waiting_seconds_at_most", time.waiting().toSeconds(),
                "closient", calls(time.closient()),
                "pensa", calls(time.pensa()));
    }

    private static Map<String, Object> calls(NightPlan.Calls calls) {
        return figures(
                "calls", calls.calls(),
                "in_flight", calls.inFlight(),
                "mean_millis", calls.each().toMillis(),
                "measured_on",
                        calls.measuredOn() == null ? null : calls.measuredOn().toString());
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    /** Names and values in turn. */
    private static Map<String, Object> figures(@Nullable Object... pairs) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            figures.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return figures;
    }
}
