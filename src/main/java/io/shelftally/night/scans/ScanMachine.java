package io.shelftally.night.scans;

import io.shelftally.night.items.When;

/**
 * The life of a scan as a pure function of its state and an answer:
 *
 * <ol>
 *   <li>its status is asked until it is final or failed; an answer that leaves it out is asked again in the next round;
 *   <li>once final, its reports are asked for until one is known or refused for good;
 *   <li>what is not ready, or failed to be answered, is asked again until the waiting time is over.
 * </ol>
 */
final class ScanMachine {

    /** The state after an answer, and when to go on. */
    record Step(ScanState state, When when) {}

    private final int attempts;

    /** @param attempts the attempts of a call, from 1 */
    ScanMachine(int attempts) {
        this.attempts = attempts;
    }

    Step afterPresent(ScanState state, ScanStatus.Finality finality) {
        ScanState present = state.wasPresent();
        return switch (finality) {
            case FINAL -> new Step(present.reportDue(), When.NOW);
            case FAILED -> new Step(present.done(ScanEnding.FAILED), When.NEVER);
            case IN_PROGRESS -> new Step(present.polled(), When.AFTER_POLL);
        };
    }

    Step afterMissing(ScanState state) {
        return new Step(state.wasMissing().polled(), When.AFTER_POLL);
    }

    Step afterReport(ScanState state, ScanResult.Kind kind) {
        return switch (kind) {
            case READ -> new Step(state.done(ScanEnding.REPORTED), When.NEVER);
            case REJECTED -> new Step(state.done(ScanEnding.REJECTED), When.NEVER);
            case NOT_READY -> new Step(state.polled(), When.AFTER_POLL);
            case LOST -> afterLost(state);
        };
    }

    Step afterLost(ScanState state) {
        int made = state.attempts() + 1;
        return made < attempts
                ? new Step(state.attempts(made), When.AFTER_ATTEMPT)
                : new Step(state.polled(), When.AFTER_POLL);
    }
}
