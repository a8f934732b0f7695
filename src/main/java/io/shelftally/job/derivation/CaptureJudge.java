package io.shelftally.job.derivation;

import io.shelftally.job.derivation.CaptureAnswers.Link;
import io.shelftally.matching.product.VariableWeight;
import io.shelftally.matching.reconciliation.CaptureFacts;
import io.shelftally.matching.reconciliation.CaptureFacts.End;
import io.shelftally.matching.reconciliation.CaptureFacts.LinkedScan;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.matching.reconciliation.Patience;
import io.shelftally.night.captures.Capture;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.ErrorEnvelope;
import io.shelftally.night.scans.ScanOfNight;
import io.shelftally.publication.results.CaptureRow;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides by one set of rules where a capture stands at the end of the night. */
final class CaptureJudge {

    private final VendorTimes times;
    private final Patience patience;
    private final VariableWeight variableWeight;

    CaptureJudge(Rules rules) {
        this.times = new VendorTimes(rules.zone());
        this.patience = rules.patience();
        this.variableWeight = rules.matching().variableWeight();
    }

    long unreadableTimes() {
        return times.unreadable();
    }

    /** @param match how it matched a product of its scan, if it did */
    CaptureFindings judge(CaptureAnswers answers, Link link, Optional<MatchMethod> match) {
        CaptureOfNight item = answers.item();
        LinkedScan standing = standing(answers.businessDate(), link);
        int waited = standing == LinkedScan.UNLISTED ? link.nightsWaited() : item.nightsWaited();
        boolean lastNight = patience.endsOn(waited + 1);
        CaptureOutcome outcome = CaptureOutcome.of(
                new CaptureFacts(end(item), answers.capture().identifier().isPresent(), standing, lastNight));
        boolean waits = outcome == CaptureOutcome.UNLINKED;
        return new CaptureFindings(
                row(answers, link, outcome, match),
                new CaptureNights.Decision(item.captureId(), outcome, waits, outcome.isCarried(lastNight)));
    }

    private LinkedScan standing(LocalDate businessDate, Link link) {
        if (link.scanId().isEmpty()) {
            return LinkedScan.NONE;
        }
        if (link.scan().isEmpty()) {
            return LinkedScan.UNLISTED;
        }
        ScanOfNight scan = link.scan().get();
        boolean wasGivenUp = !scan.businessDate().equals(businessDate);
        boolean lastNight = wasGivenUp || patience.endsOn(scan.nightsWaited() + 1);
        return LinkedScan.of(scan.outcome(), lastNight);
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

    private CaptureRow row(CaptureAnswers answers, Link link, CaptureOutcome outcome, Optional<MatchMethod> match) {
        CaptureOfNight item = answers.item();
        Capture capture = answers.capture();
        Optional<ErrorEnvelope> error = answers.error();
        @Nullable
        String storeId = item.storeId() != null
                ? item.storeId()
                : link.scan().map(ScanOfNight::storeId).orElse(null);
        return new CaptureRow(
                answers.businessDate(),
                item.captureId(),
                link.scanId().orElse(null),
                storeId,
                outcome,
                capture.status(),
                item.retries(),
                capture.captureType(),
                capture.rawValue(),
                capture.identifier().map(variableWeight::read),
                match,
                capture.productShortId(),
                capture.productName(),
                error.map(ErrorEnvelope::code).orElse(null),
                error.isPresent() ? error.get().message() : capture.errorMessage(),
                times.read(capture.created()),
                times.read(capture.processedAt()));
    }
}
