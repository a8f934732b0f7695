package io.shelftally.night.scans;

import java.util.Optional;

/**
 * Where a scan stands.
 *
 * @param ending present if the phase is DONE
 * @param attempts the failed attempts of the present call
 * @param polls how often it was asked about and found not ready
 * @param present whether an answer of tonight held it
 * @param missing whether an answer of tonight left it out
 */
record ScanState(
        ScanPhase phase, Optional<ScanEnding> ending, int attempts, int polls, boolean present, boolean missing) {

    boolean isDone() {
        return phase == ScanPhase.DONE;
    }

    ScanState done(ScanEnding how) {
        return new ScanState(ScanPhase.DONE, Optional.of(how), 0, polls, present, missing);
    }

    ScanState reportDue() {
        return new ScanState(ScanPhase.REPORT, ending, 0, 0, present, missing);
    }

    ScanState attempts(int number) {
        return new ScanState(phase, ending, number, polls, present, missing);
    }

    ScanState polled() {
        return new ScanState(phase, ending, 0, polls + 1, present, missing);
    }

    ScanState wasPresent() {
        return new ScanState(phase, ending, 0, polls, true, missing);
    }

    ScanState wasMissing() {
        return new ScanState(phase, ending, 0, polls, present, true);
    }
}
