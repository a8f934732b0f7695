package io.shelftally.job.derivation;

import io.shelftally.night.captures.CaptureOfNight;
import io.shelftally.night.captures.LinkedCapture;
import io.shelftally.night.scans.ScanOfNight;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which captures belong to which scans of a night, and so which scans late captures bring back. */
public interface Links {

    /** The settled captures of this night and earlier ones that belong to scans of the range, by scan, sorted by id. */
    Map<Long, List<LinkedCapture>> settled(long fromScanId, long toScanId);

    /** The scan that a capture of the night belongs to. */
    Optional<Long> scanOf(CaptureOfNight capture);

    /** Whether the night deals with the scan. */
    boolean hold(ScanOfNight scan);

    /** Scans of the range, sorted by id, that come back by these links and not by those that are stored. */
    List<ScanOfNight> broughtBack(long afterScanId, long toScanId);
}
