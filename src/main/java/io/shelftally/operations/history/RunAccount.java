package io.shelftally.operations.history;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.operations.history.RunWork.Calls;
import io.shelftally.operations.history.RunWork.Shared;
import io.shelftally.operations.history.RunWork.Step;
import io.shelftally.operations.history.RunWork.Version;
import io.shelftally.operations.history.RunWork.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run did.
 *
 * @param pensaInFlight null if a setting fixed it, or the run did not get so far
 * @param errors its calls by vendor and reason, without those that were answered as asked
 * @param workers the processes that shared its collection; empty if the run was alone
 * @param published null if it published nothing
 * @param night what its night holds now, perhaps by later runs
 */
record RunAccount(
        PastRun run,
        List<Step> steps,
        List<Calls> calls,
        Quota quota,
        @Nullable Window pensaInFlight,
        List<Reason> errors,
        List<Shared> workers,
        @Nullable Version published,
        Night night)
        implements Answer {

    /**
     * The run's own use of Closient's day.
     *
     * @param closientPerDay the most calls that were allowed at its end; 0 is no limit, null is not known
     * @param closientLeft those that were left at its end; null if there is no limit, or it is not known
     */
    record Quota(
            long closientCalls,
            @Nullable Long closientPerDay,
            @Nullable Long closientLeft) {}

    /** Why calls were not answered as asked. */
    record Reason(String vendor, String reason, long calls) {}

    /**
     * Counts by outcome and verdict.
     *
     * @param rows of the version that this run published; empty if it published none, or a later one is shown
     */
    record Night(LocalDate businessDate, Map<String, Long> scans, Map<String, Long> captures, Map<String, Long> rows) {}

    @Override
    public String text(Style style) {
        return new AccountText(this, style).text();
    }
}
