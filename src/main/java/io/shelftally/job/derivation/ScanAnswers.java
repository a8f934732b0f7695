package io.shelftally.job.derivation;

import io.shelftally.matching.reconciliation.SettledCapture;
import io.shelftally.night.scans.ScanOfNight;
import io.shelftally.night.scans.ScanReport;
import io.shelftally.night.scans.ScanStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is stored of one scan of a night, read; no rule but the links is applied yet.
 *
 * @param status of nulls if the vendor never spoke of it
 * @param report empty if it is not reported
 * @param refusal why its report was refused for good, such as {@code HTTP 422} or SCAN_REJECTED; empty if it was not, or nobody
 *     knows
 * @param captures the settled captures that belong to it, for each kind of links that holds it
 */
public record ScanAnswers(
        LocalDate businessDate,
        ScanOfNight scan,
        ScanStatus status,
        Optional<ScanReport> report,
        Optional<String> refusal,
        Map<Links, List<SettledCapture>> captures) {}
