package io.shelftally.night.scans;

import io.shelftally.matching.reconciliation.ScanOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a scan of a night stands after the collection.
 *
 * @param businessDate the night that the row is of
 * @param reopened whether it was reported on an earlier night and is here for the sake of a late capture
 * @param isReportDue whether it is final at the vendor
 * @param ending empty if it is not settled
 * @param present whether an answer of tonight held it
 * @param missing whether an answer of tonight left it out
 * @param nightsAsked the business dates on which it was asked about
 * @param nightsWaited the nights before on which the vendor did not know it
 * @param reportStatus the HTTP status of the answer that refused its report for good; empty if none did
 */
public record ScanOfNight(
        LocalDate businessDate,
        long scanId,
        @Nullable String storeId,
        @Nullable String section,
        boolean reopened,
        boolean isReportDue,
        Optional<ScanEnding> ending,
        boolean present,
        boolean missing,
        int nightsAsked,
        int nightsWaited,
        Optional<String> statusSha256,
        Optional<String> reportSha256,
        Optional<Integer> reportStatus) {

    /** Where it stands at the end of the night (docs/rules.md, "Outcomes of a scan"). */
    public ScanOutcome outcome() {
        if (ending.isPresent()) {
            return switch (ending.get()) {
                case REPORTED -> ScanOutcome.REPORTED;
                case FAILED -> ScanOutcome.FAILED;
                case REJECTED -> ScanOutcome.REPORT_REJECTED;
            };
        }
        if (isReportDue) {
            return ScanOutcome.REPORT_NOT_READY;
        }
        return missing && !present ? ScanOutcome.UNKNOWN_SCAN : ScanOutcome.IN_PROGRESS;
    }

    static ScanOfNight read(ResultSet row, int number) throws SQLException {
        return new ScanOfNight(
                row.getObject("business_date", LocalDate.class),
                row.getLong("scan_id"),
                row.getString("store_id"),
                row.getString("section"),
                row.getBoolean("reopened"),
                ScanPhase.valueOf(row.getString("phase")) == ScanPhase.REPORT,
                Optional.ofNullable(row.getString("ending")).map(ScanEnding::valueOf),
                row.getBoolean("present"),
                row.getBoolean("missing"),
                row.getInt("nights_asked"),
                row.getInt("nights_waited"),
                Optional.ofNullable(row.getString("status_sha256")),
                Optional.ofNullable(row.getString("report_sha256")),
                Optional.ofNullable(row.getObject("report_status", Integer.class)));
    }
}
