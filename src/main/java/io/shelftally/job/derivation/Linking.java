package io.shelftally.job.derivation;

import io.shelftally.calls.collect.Progress;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.night.captures.Capture;
import io.shelftally.night.captures.CaptureEnding;
import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.LinkedCapture;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.scans.ScanNights;
import io.shelftally.night.scans.ScanOfNight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds the scans of a night's captures by rules that may name other metadata keys than the night's own. */
@Component
public class Linking {

    private static final int PAGE = 500;

    private final CaptureNights captures;
    private final ScanNights scans;
    private final EvidenceStore evidence;
    private final Progress progress;

    Linking(CaptureNights captures, ScanNights scans, EvidenceStore evidence, Progress progress) {
        this.captures = captures;
        this.scans = scans;
        this.evidence = evidence;
        this.progress = progress;
    }

    /**
     * The links as the night wrote them if its rules link as the given ones do, else new ones, which take some 200 bytes of
     * memory for each of its captures.
     */
    public Links by(Rules rules, Rules ofNight, LocalDate businessDate) {
        StoredLinks stored = new StoredLinks(businessDate, captures);
        return rules.linkAs(ofNight) ? stored : anew(rules, businessDate, stored);
    }

    private Links anew(Rules rules, LocalDate businessDate, StoredLinks stored) {
        progress.step("link");
        long total = captures.count(businessDate);
        Map<String, Optional<Long>> tonight = new HashMap<>();
        NavigableMap<Long, List<LinkedCapture>> settled = new TreeMap<>();
        List<CaptureOfNight> page = captures.page(businessDate, "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(capture -> {
                Optional<Long> scan = scanOf(capture, rules, businessDate);
                tonight.put(capture.captureId(), scan);
                scan.ifPresent(id -> settled(capture, id)
                        .ifPresent(one -> settled.computeIfAbsent(id, scanId -> new ArrayList<>())
                                .add(one)));
            });
            progress.items("captures", tonight.size(), total);
            page = captures.page(businessDate, page.get(page.size() - 1).captureId(), PAGE);
        }
        return new OtherLinks(businessDate, stored, tonight, settled, broughtBack(businessDate, settled));
    }

    private Optional<Long> scanOf(CaptureOfNight capture, Rules rules, LocalDate businessDate) {
        return capture.scanId()
                .or(() -> capture.answerSha256()
                        .map(evidence::body)
                        .map(body -> Capture.read(body, rules.metadataScanId(), rules.metadataScanGuid()))
                        .flatMap(read -> read.scanId()
                                .or(() -> read.scanGuid().flatMap(guid -> scans.withGuid(businessDate, guid)))));
    }

    private static Optional<LinkedCapture> settled(CaptureOfNight capture, long scanId) {
        return capture.ending()
                .filter(ending -> ending == CaptureEnding.SETTLED)
                .flatMap(ending -> capture.answerSha256())
                .map(sha256 -> new LinkedCapture(scanId, capture.captureId(), sha256));
    }

    /** The scans that were last dealt with on an earlier night, and reported. */
    private NavigableMap<Long, ScanOfNight> broughtBack(
            LocalDate businessDate, NavigableMap<Long, List<LinkedCapture>> settled) {
        NavigableMap<Long, ScanOfNight> found = new TreeMap<>();
        settled.keySet()
                .forEach(scanId -> scans.latest(businessDate, scanId)
                        .filter(scan ->
                                scan.businessDate().isBefore(businessDate) && scan.outcome() == ScanOutcome.REPORTED)
                        .ifPresent(scan -> found.put(scanId, scan)));
        return found;
    }
}
