package io.shelftally.captures;

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
 */
@Validated
@ConfigurationProperties("shelftally.closient")
public record ClosientSettings(
        @NotNull URI baseUrl,
        @NotNull String apiKey,
        @Min(1) @Max(1000) int inFlight,
        @NotBlank String metadataScanId,
        @NotBlank String metadataScanGuid) {

    @Override
    public String toString() {
        return "ClosientSettings[baseUrl=" + baseUrl + ", apiKey=***, inFlight=" + inFlight + "]";
    }
}
