package io.shelftally.job.planning;

import io.shelftally.night.captures.CapturePlan;
import io.shelftally.night.scans.ScanPlan;
import io.shelftally.publication.export.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a run is going to do, before its first call. */
public record NightPlan(LocalDate businessDate, CapturePlan captures, ScanPlan scans, Quota quota, Time time) {

    /**
     * Closient's quota.
     *
     * @param day the calls of 24 hours, less the reserve; empty if there is no limit
     * @param left those that are left now; empty if there is no limit
     * @param leftForTheRun with those that come free while the run waits
     * @param perMinute 0 if there is no limit
     */
    public record Quota(OptionalLong day, OptionalLong left, OptionalLong leftForTheRun, int perMinute) {}

    /**
     * How long the certain calls take.
     *
     * @param forcedByQuota the least that the quota of a minute forces
     * @param waiting how long the run waits beyond that for the vendors to finish, at the most
     */
    public record Time(Duration forcedByQuota, Calls closient, Calls pensa, Duration waiting) {

        /** Both vendors are called at the same time, so the longer one counts. */
        public Duration total() {
            return longer(forcedByQuota, longer(closient.total(), pensa.total()));
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }

    /**
     * How long a vendor's calls take side by side.
     *
     * @param each the mean of one call
     * @param measuredOn the night that the mean was measured on; null if it is assumed
     */
    public record Calls(
            long calls,
            int inFlight,
            Duration each,
            @Nullable LocalDate measuredOn) {

        public Duration total() {
            return each.multipliedBy((calls + inFlight - 1) / inFlight);
        }
    }

    /** A few lines for people. */
    public String text() {
        return PlanText.of(this);
    }

    /** The same figures for scripts. */
    public String json() {
        return Json.text(PlanFigures.of(this));
    }
}
