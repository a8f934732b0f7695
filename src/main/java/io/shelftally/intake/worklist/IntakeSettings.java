package io.shelftally.intake.worklist;

import io.shelftally.intake.rows.RowLimits;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the work list is read; the defaults and their reasons stand in application.properties.
 *
 * @param maxBadShare the share of bad rows, 0 to 1, that a list may have and still be used (0.20)
 * @param maxRecordLength characters of one row (1048576)
 * @param maxRows of one list (500000)
 * @param maxText characters of all the rows of one list (67108864)
 * @param uuidIds what becomes of a capture id that is given as a UUID (refuse)
 * @param capturesSql the query for the captures, where no file is named; null if there is none, as below
 * @param scansSql the query for the scans
 * @param url JDBC, of the database both queries are asked of; null for the job's own
 * @param username of that database
 * @param password of that database
 */
@Validated
@ConfigurationProperties("shelftally.intake")
public record IntakeSettings(
        @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal maxBadShare,
        @Positive int maxRecordLength,
        @Positive int maxRows,
        @Positive int maxText,
        @NotNull(message = "must be one of refuse, convert") UuidIds uuidIds,
        @Nullable String capturesSql,
        @Nullable String scansSql,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    public IntakeSettings {
        capturesSql = Given.orNull(capturesSql);
        scansSql = Given.orNull(scansSql);
        url = Given.orNull(url);
    }

    RowLimits limits() {
        return new RowLimits(maxRecordLength, maxRows, maxText);
    }

    /** Without the password, and without the URL, which may hold one. */
    @Override
    public String toString() {
        return "IntakeSettings[maxBadShare=" + maxBadShare + ", maxRecordLength=" + maxRecordLength + ", maxRows="
                + maxRows + ", maxText=" + maxText + ", uuidIds=" + uuidIds + ", capturesSql=" + capturesSql
                + ", scansSql=" + scansSql
                + ", url=" + (url == null ? "none" : "given") + "]";
    }
}
