package io.shelftally.job.derivation;

import io.shelftally.job.derivation.CaptureAnswers.Link;
import io.shelftally.night.captures.Capture;
import io.shelftally.night.captures.CaptureEnding;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.ClosientSettings;
import io.shelftally.night.captures.ErrorEnvelope;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.night.scans.ScanOfNight;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads a capture's stored evidence, and where its scan stands. */
@Component
class CaptureReader {

    private static final Capture UNREAD = new Capture(
            null, null, null, Optional.empty(), Optional.empty(), Optional.empty(), null, null, null, null, null);

    private final EvidenceStore evidence;
    private final CaptureNights captures;
    private final ScanNights scans;
    private final ClosientSettings closient;

    CaptureReader(EvidenceStore evidence, CaptureNights captures, ScanNights scans, ClosientSettings closient) {
        this.evidence = evidence;
        this.captures = captures;
        this.scans = scans;
        this.closient = closient;
    }

    /** Reads captures of a night one by one, and where each of their scans stands once for all of them. */
    Function<CaptureOfNight, CaptureAnswers> of(LocalDate businessDate, List<Links> links) {
        Map<Optional<Long>, Link> found = new HashMap<>();
        return item -> {
            Map<Links, Link> all = new HashMap<>();
            links.forEach(one ->
                    all.put(one, found.computeIfAbsent(one.scanOf(item), scanId -> link(businessDate, scanId))));
            return read(businessDate, item, all);
        };
    }

    private CaptureAnswers read(LocalDate businessDate, CaptureOfNight item, Map<Links, Link> links) {
        Capture capture = item.answerSha256()
                .map(sha256 -> Capture.read(evidence.body(sha256), closient))
                .orElse(UNREAD);
        return new CaptureAnswers(businessDate, item, capture, error(businessDate, item), links);
    }

    private Link link(LocalDate businessDate, Optional<Long> scanId) {
        Optional<ScanOfNight> scan = scanId.flatMap(id -> scans.latest(businessDate, id));
        boolean isUnlisted = scanId.isPresent() && scan.isEmpty();
        return new Link(scanId, scan, isUnlisted ? captures.nightsNamed(businessDate, scanId.get()) : 0);
    }

    private Optional<ErrorEnvelope> error(LocalDate businessDate, CaptureOfNight item) {
        boolean isRefused = item.ending()
                .filter(ending -> ending == CaptureEnding.UNKNOWN || ending == CaptureEnding.REJECTED)
                .isPresent();
        return isRefused
                ? Optional.of(item.errorSha256()
                        .map(sha256 -> ErrorEnvelope.read(
                                evidence.body(sha256),
                                evidence.httpStatus(businessDate, "closient", item.captureId(), sha256)))
                        .orElse(ErrorEnvelope.NONE))
                : Optional.empty();
    }
}
