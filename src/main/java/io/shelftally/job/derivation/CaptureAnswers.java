package io.shelftally.job.derivation;

import io.shelftally.night.captures.Capture;
import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.ErrorEnvelope;
import io.shelftally.night.scans.ScanOfNight;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * All that is stored of one capture of a night, read; no rule but the links is applied yet.
 *
 * @param capture of nulls if it was never answered
 * @param error the error answer that ended it, if one did
 * @param links the scan that it belongs to, for each kind of links
 */
public record CaptureAnswers(
        LocalDate businessDate,
        CaptureOfNight item,
        Capture capture,
        Optional<ErrorEnvelope> error,
        Map<Links, Link> links) {

    /**
     * The scan of a capture.
     *
     * @param scanId empty if it belongs to none
     * @param scan as it stood on its latest night up to this one; empty also if no work list had it
     * @param nightsWaited the nights before since the first capture that named a scan in no work list
     */
    record Link(Optional<Long> scanId, Optional<ScanOfNight> scan, int nightsWaited) {}
}
