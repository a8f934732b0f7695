package io.shelftally.job.planning;

import io.shelftally.night.captures.CapturePlan;
import io.shelftally.night.scans.ScanPlan;
import java.time.Duration;
import java.util.Locale;

/** A plan in a few lines for people. */
final class PlanText {

    private PlanText() {}

    static String of(NightPlan plan) {
        return "plan for " + plan.businessDate() + ": " + number(plan.captures().captures(), "capture") + ", "
                + number(plan.scans().scans(), "scan") + "\n" + calls(plan);
    }

    /** All lines but the first. */
    static String calls(NightPlan plan) {
        return String.format(
                Locale.ROOT, """
                  closient  %s
                  pensa     %s
                  quota     %s
                  time      %s
                """, closient(plan.captures()), pensa(plan.scans()), quota(plan), time(plan.time()));
    }

    private static String closient(CapturePlan captures) {
        if (captures.reads() == 0) {
            return "no call: every capture is settled";
        }
        String certain = number(captures.reads(), "read")
                + (captures.retries() == 0
                        ? ""
                        : ", " + number(captures.retries(), "retry") + " of captures known to have failed");
        return captures.moreReads() == 0 ? certain : certain + "; up to " + more(captures);
    }

    private static String more(CapturePlan captures) {
        String reads = number(captures.moreReads(), "read") + " more to follow up";
        return captures.moreRetries() == 0
                ? reads
                : number(captures.moreRetries(), "retry") + " and " + reads + " if captures have failed"
                        + expected(captures);
    }

    private static String expected(CapturePlan captures) {
        return captures.expectedRetries().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (%.0f %% did in the last two weeks: about %s)",
                        captures.failedShare().orElse(0) * 100,
                        number(captures.expectedRetries().getAsLong(), "retry"));
    }

    private static String pensa(ScanPlan scans) {
        return scans.reports() == 0
                ? "no call: every scan is settled"
                : number(scans.statusCalls(), "status call") + ", " + number(scans.reports(), "report")
                        + "; more where scans are still in progress";
    }

    private static String quota(NightPlan plan) {
        NightPlan.Quota quota = plan.quota();
        String minute = quota.perMinute() == 0 ? "any number a minute" : quota.perMinute() + " a minute";
        if (quota.day().isEmpty()) {
            return "no limit a day, " + minute;
        }
        long left = quota.left().orElse(0);
        long comingFree = quota.leftForTheRun().orElse(0) - left;
        return left + " of " + quota.day().getAsLong() + " left today"
                + (comingFree > 0 ? " and " + comingFree + " more while the run waits" : "") + ", " + minute + ": "
                + deferred(plan.captures());
    }

    private static String deferred(CapturePlan captures) {
        if (captures.deferred() > 0) {
            return number(captures.deferred(), "capture") + " will be deferred"
                    + (captures.moreDeferred() > 0
                            ? ", up to " + captures.moreDeferred() + " more if captures have failed"
                            : "");
        }
        return captures.moreDeferred() > 0
                ? "enough, unless captures have failed: then up to " + captures.moreDeferred() + " may be deferred"
                : "enough";
    }

    private static String time(NightPlan.Time time) {
        return time.closient().calls() + time.pensa().calls() == 0
                ? "no call to wait for"
                : "about " + text(time.total()) + " (" + reason(time) + ")" + waiting(time.waiting());
    }

    private static String waiting(Duration waiting) {
        return waiting.isZero() ? "" : ", and up to " + text(waiting) + " of waiting for the vendors";
    }

    private static String reason(NightPlan.Time time) {
        if (time.total().equals(time.forcedByQuota())) {
            return "the quota of a minute";
        }
        NightPlan.Calls calls = time.total().equals(time.pensa().total()) ? time.pensa() : time.closient();
        String mean = calls.each().toMillis() + " ms a call, ";
        return mean + (calls.measuredOn() == null ? "assumed" : "as on " + calls.measuredOn());
    }

    private static String text(Duration time) {
        long seconds = time.toSeconds() + (time.toNanosPart() > 0 ? 1 : 0);
        if (seconds < 120) {
            return Math.max(1, seconds) + " s";
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private static String number(long count, String what) {
        String plural = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return count + " " + (count == 1 ? what : plural);
    }
}
