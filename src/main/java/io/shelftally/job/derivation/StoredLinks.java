package io.shelftally.job.derivation;

import io.shelftally.night.captures.CaptureNights;
import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.LinkedCapture;
import io.shelftally.night.scans.ScanOfNight;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The links as the night wrote them. */
public final class StoredLinks implements Links {

    private final LocalDate businessDate;
    private final CaptureNights captures;

    public StoredLinks(LocalDate businessDate, CaptureNights captures) {
        this.businessDate = businessDate;
        this.captures = captures;
    }

    @Override
    public Map<Long, List<LinkedCapture>> settled(long fromScanId, long toScanId) {
        return captures.settled(businessDate, fromScanId, toScanId).stream()
                .collect(Collectors.groupingBy(LinkedCapture::scanId));
    }

    @Override
    public Optional<Long> scanOf(CaptureOfNight capture) {
        return capture.linkedScanId();
    }

    @Override
    public boolean hold(ScanOfNight scan) {
        return scan.businessDate().equals(businessDate);
    }

    @Override
    public List<ScanOfNight> broughtBack(long afterScanId, long toScanId) {
        return List.of();
    }
}
