package io.shelftally.nightly;

import io.shelftally.captures.Capture;
import io.shelftally.captures.CaptureEnding;
import io.shelftally.captures.CaptureNights;
import io.shelftally.captures.CaptureOfNight;
import io.shelftally.captures.ClosientSettings;
import io.shelftally.captures.ErrorEnvelope;
import io.shelftally.evidence.EvidenceStore;
import io.shelftally.reconciliation.CaptureFacts;
import io.shelftally.reconciliation.CaptureFacts.End;
import io.shelftally.reconciliation.CaptureFacts.LinkedScan;
import io.shelftally.reconciliation.CaptureOutcome;
import io.shelftally.reconciliation.Patience;
import io.shelftally.results.CaptureRow;
import io.shelftally.scans.ScanNights;
import io.shelftally.scans.ScanOfNight;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a capture's stored evidence and decides where it stands at the end of the night. */
@Component
class CaptureReader {

    /** A capture's published row, and what the next night needs to know. */
    record Findings(CaptureRow row, CaptureNights.Decision decision) {}

    private static final Capture UNREAD = new Capture(
            null, null, null, Optional.empty(), Optional.empty(), Optional.empty(), null, null, null, null, null);

    private final EvidenceStore evidence;
    private final ScanNights scans;
    private final ClosientSettings closient;
    private final VendorTimes times;
    private final Patience patience;

    CaptureReader(
            EvidenceStore evidence,
            ScanNights scans,
            ClosientSettings closient,
            VendorTimes times,
            MatchingSettings matching) {
        this.evidence = evidence;
        this.scans = scans;
        this.closient = closient;
        this.times = times;
        this.patience = matching.patience();
    }

    Findings read(LocalDate businessDate, CaptureOfNight item) {
        Capture capture = item.answerSha256()
                .map(sha256 -> Capture.read(evidence.body(sha256), closient))
                .orElse(UNREAD);
        Optional<ScanOfNight> scan = item.linkedScanId().flatMap(scanId -> scans.latest(businessDate, scanId));
        boolean lastNight = patience.endsOn(item.nightsWaited() + 1);
        LinkedScan standing = standing(businessDate, item, scan);
        CaptureOutcome outcome = CaptureOutcome.of(
                new CaptureFacts(end(item), capture.identifier().isPresent(), standing, lastNight));
        boolean waits = outcome == CaptureOutcome.UNLINKED
                || (outcome == CaptureOutcome.WAITING_FOR_SCAN && standing == LinkedScan.UNLISTED);
        return new Findings(
                row(businessDate, item, capture, outcome, scan),
                new CaptureNights.Decision(item.captureId(), outcome, waits, outcome.isCarried(lastNight)));
    }

    private LinkedScan standing(LocalDate businessDate, CaptureOfNight item, Optional<ScanOfNight> scan) {
        if (item.linkedScanId().isEmpty()) {
            return LinkedScan.NONE;
        }
        if (scan.isEmpty()) {
            return LinkedScan.UNLISTED;
        }
        boolean wasGivenUp = !scan.get().businessDate().equals(businessDate);
        boolean lastNight = wasGivenUp || patience.endsOn(scan.get().nightsWaited() + 1);
        return LinkedScan.of(scan.get().outcome(), lastNight);
    }

    private static End end(CaptureOfNight item) {
        if (item.ending().isEmpty()) {
            return item.deferred() ? End.DEFERRED : End.UNSETTLED;
        }
        return switch (item.ending().get()) {
            case SETTLED -> End.SETTLED;
            case UNRESOLVED -> End.UNRESOLVED;
            case UNKNOWN -> End.UNKNOWN;
            case REJECTED -> End.REJECTED;
        };
    }

    private CaptureRow row(
            LocalDate businessDate,
            CaptureOfNight item,
            Capture capture,
            CaptureOutcome outcome,
            Optional<ScanOfNight> scan) {
        Optional<ErrorEnvelope> error = error(item);
        @Nullable
        String storeId = item.storeId() != null
                ? item.storeId()
                : scan.map(ScanOfNight::storeId).orElse(null);
        return new CaptureRow(
                businessDate,
                item.captureId(),
                item.linkedScanId().orElse(null),
                storeId,
                outcome,
                capture.status(),
                item.retries(),
                capture.captureType(),
                capture.rawValue(),
                capture.identifier(),
                item.matchMethod(),
                capture.productShortId(),
                capture.productName(),
                error.map(ErrorEnvelope::code).orElse(null),
                error.isPresent() ? error.get().message() : capture.errorMessage(),
                times.read(capture.created()),
                times.read(capture.processedAt()));
    }

    /** The error answer that ended the capture, if one did. */
    private Optional<ErrorEnvelope> error(CaptureOfNight item) {
        boolean isRefused = item.ending()
                .filter(ending -> ending == CaptureEnding.UNKNOWN || ending == CaptureEnding.REJECTED)
                .isPresent();
        return isRefused
                ? Optional.of(item.errorSha256()
                        .map(sha256 -> ErrorEnvelope.read(evidence.body(sha256)))
                        .orElse(new ErrorEnvelope(null, null)))
                : Optional.empty();
    }
}
