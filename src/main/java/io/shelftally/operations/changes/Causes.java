package io.shelftally.operations.changes;

import io.shelftally.matching.reconciliation.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the one cause of a change (docs/rules.md, "Changes between two nights"). */
final class Causes {

    /** What is looked up only if a cause depends on it. */
    interface Evidence {

        /** Whether the later night's evidence of the product has this verdict by the rules of the earlier one; false if they are the same. */
        boolean hasByOldRules(Optional<Verdict> verdict);

        /** The capture on the earlier night; empty if that did not deal with it. */
        Optional<CaptureStanding> before(String captureId);

        /** The capture on the later night. */
        Optional<CaptureStanding> after(String captureId);
    }

    private Causes() {}

    static ChangeCause of(
            PlaceNight placeBefore, Standing before, PlaceNight placeAfter, Standing after, Evidence evidence) {
        if (!placeBefore.isListed() || !placeAfter.isListed()) {
            return ChangeCause.INPUT_CHANGED;
        }
        if (!placeBefore.isInTime() || !placeAfter.isInTime()) {
            return ChangeCause.LATE_SCAN;
        }
        if (evidence.hasByOldRules(before.verdict())) {
            return ChangeCause.RULE_CHANGED;
        }
        return before.isReportedAs(after) ? ofCaptures(before, after, evidence) : ChangeCause.VENDOR_DATA_CHANGED;
    }

    /**
     * The reports say the same, so captures make the difference: those that only one side has. Where there is none, it is a line
     * of 0 facings that came or went.
     */
    private static ChangeCause ofCaptures(Standing before, Standing after, Evidence evidence) {
        List<String> responsible = Stream.concat(
                        before.captureIds().stream()
                                .filter(id -> !after.captureIds().contains(id)),
                        after.captureIds().stream()
                                .filter(id -> !before.captureIds().contains(id)))
                .toList();
        if (responsible.isEmpty()) {
            return ChangeCause.VENDOR_DATA_CHANGED;
        }
        List<String> onBoth = responsible.stream()
                .filter(id ->
                        evidence.before(id).isPresent() && evidence.after(id).isPresent())
                .toList();
        if (onBoth.isEmpty()) {
            return ChangeCause.INPUT_CHANGED;
        }
        boolean isRetried = onBoth.stream()
                .anyMatch(id -> isRetried(
                        evidence.before(id).orElseThrow(), evidence.after(id).orElseThrow()));
        return isRetried ? ChangeCause.RETRIED_CAPTURE : ChangeCause.VENDOR_DATA_CHANGED;
    }

    private static boolean isRetried(CaptureStanding before, CaptureStanding after) {
        return before.retries() > 0 || after.retries() > 0 || before.isSettled() != after.isSettled();
    }
}
