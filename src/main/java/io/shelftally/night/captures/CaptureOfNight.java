package io.shelftally.night.captures;

import io.shelftally.matching.reconciliation.MatchMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a capture of a night stands after the collection.
 *
 * @param scanId of its intake row
 * @param ending empty if it is not settled
 * @param retries the counted ones of the night; those since it was last asked again, if there are any
 * @param deferred whether the quota was spent before it could be read or retried
 * @param answerSha256 its latest capture object
 * @param errorSha256 the error answer that ended it
 * @param linkedScanId the scan that it belongs to
 * @param nightsWaited the nights before on which it belonged to no scan
 */
public record CaptureOfNight(
        String captureId,
        Optional<Long> scanId,
        @Nullable String storeId,
        Optional<CaptureEnding> ending,
        int retries,
        boolean deferred,
        Optional<String> answerSha256,
        Optional<String> errorSha256,
        Optional<Long> linkedScanId,
        Optional<MatchMethod> matchMethod,
        int nightsWaited) {

    static CaptureOfNight read(ResultSet row, int number) throws SQLException {
        return new CaptureOfNight(
                row.getString("capture_id"),
                Optional.ofNullable(row.getObject("scan_id", Long.class)),
                row.getString("store_id"),
                Optional.ofNullable(row.getString("ending")).map(CaptureEnding::valueOf),
                row.getInt("retries") > 0 ? row.getInt("retries") : row.getInt("retries_before"),
                row.getBoolean("deferred"),
                Optional.ofNullable(row.getString("answer_sha256")),
                Optional.ofNullable(row.getString("error_sha256")),
                Optional.ofNullable(row.getObject("linked_scan_id", Long.class)),
                Optional.ofNullable(row.getString("match_method")).map(MatchMethod::valueOf),
                row.getInt("nights_waited"));
    }
}
