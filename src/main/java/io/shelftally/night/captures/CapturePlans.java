package io.shelftally.night.captures;

import io.shelftally.calls.answers.Json;
import io.shelftally.night.evidence.EvidenceStore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Counts the calls that the captures of a night cost, from the rows that the collection starts with:
 *
 * <ol>
 *   <li>a settled capture costs nothing, any other one a read;
 *   <li>one whose stored answer says FAILED costs a retry too; one of which less is known may;
 *   <li>each retry may be followed up by two reads ({@link CaptureClaims} begins no capture that it cannot follow up);
 *   <li>where the day's quota is short, captures are begun in the order of the queues, and the rest is deferred.
 * </ol>
 */
@Component
public class CapturePlans {

    private static final int FOLLOW_UPS = 2;
    private static final int DAYS_TO_LEARN_FROM = 14;

    private final CaptureItems items;
    private final EvidenceStore evidence;

    CapturePlans(CaptureTables tables) {
        this.items = tables.items();
        this.evidence = tables.evidence();
    }

    /**
     * The plan of a night whose work list has been taken.
     *
     * @param maxRetries the counted retries of a capture, from 0
     * @param left the calls that the day has left; empty if it has no limit
     */
    public CapturePlan of(LocalDate businessDate, int maxRetries, OptionalLong left) {
        Count count = new Count(maxRetries, left);
        items.forEachOpen(businessDate, count::add);
        return new CapturePlan(
                items.queue().count(businessDate, false),
                count.reads,
                count.retries,
                count.moreRetries,
                count.moreReads,
                items.failedShare(businessDate.minusDays(DAYS_TO_LEARN_FROM), businessDate),
                count.atLeast.spent(),
                count.atLeast.deferred(),
                Math.max(0, count.atMost.deferred() - count.atLeast.deferred()));
    }

    private final class Count {

        private final int maxRetries;
        private final DayBudget atLeast;
        private final DayBudget atMost;
        private final Map<String, Boolean> failed = new HashMap<>();
        private long reads;
        private long retries;
        private long moreRetries;
        private long moreReads;

        Count(int maxRetries, OptionalLong left) {
            this.maxRetries = maxRetries;
            this.atLeast = new DayBudget(left);
            this.atMost = new DayBudget(left);
        }

        void add(OpenCapture capture) {
            int possible = capture.retriesLeft(maxRetries);
            int certain = possible > 0 && hasFailed(capture) ? 1 : 0;
            reads++;
            retries += certain;
            moreRetries += possible - certain;
            moreReads += (long) FOLLOW_UPS * possible;
            int firstAnswer = capture.answered() ? 0 : 1;
            atLeast.spend(1 + certain, firstAnswer + certain);
            atMost.spend(1 + (long) (1 + FOLLOW_UPS) * possible, firstAnswer + Math.min(1, possible));
        }

        private boolean hasFailed(OpenCapture capture) {
            return capture.isRetriedIfFailed()
                    && capture.answerSha256()
                            .map(sha256 -> failed.computeIfAbsent(sha256, this::saysFailed))
                            .orElse(false);
        }

        private boolean saysFailed(String sha256) {
            return Json.object(evidence.body(sha256))
                    .map(capture -> CaptureStatus.isFailed(Objects.toString(Json.text(capture, "status"), "")))
                    .orElse(false);
        }
    }
}
