package io.shelftally.job.derivation;

import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.LinkedCapture;
import io.shelftally.night.scans.ScanOfNight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Links that were made anew for the captures of one night; those of earlier nights stay with the scans that they had. */
final class OtherLinks implements Links {

    private final LocalDate businessDate;
    private final StoredLinks stored;
    private final Map<String, Optional<Long>> tonight;
    private final NavigableMap<Long, List<LinkedCapture>> settled;
    private final NavigableMap<Long, ScanOfNight> broughtBack;

    /**
     * @param tonight the scan of each capture of the night
     * @param settled those of them that are settled, by scan
     * @param broughtBack the scans of earlier nights that come back for their sake, by id
     */
    OtherLinks(
            LocalDate businessDate,
            StoredLinks stored,
            Map<String, Optional<Long>> tonight,
            NavigableMap<Long, List<LinkedCapture>> settled,
            NavigableMap<Long, ScanOfNight> broughtBack) {
        this.businessDate = businessDate;
        this.stored = stored;
        this.tonight = tonight;
        this.settled = settled;
        this.broughtBack = broughtBack;
    }

    @Override
    public Map<Long, List<LinkedCapture>> settled(long fromScanId, long toScanId) {
        Map<Long, List<LinkedCapture>> all = new HashMap<>();
        stored.settled(fromScanId, toScanId)
                .forEach((scan, captures) -> captures.stream()
                        .filter(capture -> !tonight.containsKey(capture.captureId()))
                        .forEach(capture -> all.computeIfAbsent(scan, id -> new ArrayList<>())
                                .add(capture)));
        settled.subMap(fromScanId, true, toScanId, true)
                .forEach((scan, captures) ->
                        all.computeIfAbsent(scan, id -> new ArrayList<>()).addAll(captures));
        return all;
    }

    @Override
    public Optional<Long> scanOf(CaptureOfNight capture) {
        return tonight.getOrDefault(capture.captureId(), Optional.empty());
    }

    @Override
    public boolean hold(ScanOfNight scan) {
        boolean isOfTonight = scan.businessDate().equals(businessDate);
        return (isOfTonight && !scan.reopened()) || settled.containsKey(scan.scanId());
    }

    @Override
    public List<ScanOfNight> broughtBack(long afterScanId, long toScanId) {
        return List.copyOf(
                broughtBack.subMap(afterScanId, false, toScanId, true).values());
    }
}
