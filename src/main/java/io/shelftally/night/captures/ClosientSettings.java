package io.shelftally.night.captures;

import io.shelftally.calls.quota.QuotaSettings;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How Closient is reached.
 *
 * @param baseUrl https://www.closient.com (vendor's page)
 * @param apiKey the secret; no default
 * @param inFlight calls at the same time, 32
 * @param metadataScanId the metadata key that names a scan's id, scan_id (matching rules, section 2)
 * @param metadataScanGuid the metadata key that names a scan's guid, scan_guid (same)
 * @param perMinute calls in any 60 s, 300; 0 is no limit (vendor's page)
 * @param perDay calls in any 24 h, 10,000; 0 is no limit (same)
 * @param reserve the share of the day that is left to the key's other users, 0
 */
@Validated
@ConfigurationProperties("shelftally.closient")
public record ClosientSettings(
        @NotNull URI baseUrl,
        @NotNull String apiKey,
        @Min(1) @Max(1000) int inFlight,
        @NotBlank String metadataScanId,
        @NotBlank String metadataScanGuid,
        @Min(0) int perMinute,
        @Min(0) int perDay,

        @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
        double reserve) {

    /** The quota of the API key. */
    QuotaSettings quota() {
        return new QuotaSettings(perMinute, perDay, reserve);
    }

    @Override
    public String toString() {
        return "ClosientSettings[baseUrl=" + baseUrl + ", apiKey=***, inFlight=" + inFlight + "]";
    }
}
