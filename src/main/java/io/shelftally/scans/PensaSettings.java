package io.shelftally.scans;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How Pensa is reached: with a given access token, or with client credentials that obtain one.
 *
 * @param baseUrl the host that the vendor names to its customers; no default
 * @param accessToken a secret; or null
 * @param username the app user that each call names
 * @param clientId with clientSecret, obtains a token; or null
 * @param clientSecret a secret; or null
 * @param tokenUrl https://api.pensasystems.net/extapi/v2/auth-token (vendor's page)
 * @param inFlight calls at the same time, 32
 * @param statusBatch scan ids in one status call, 100 (not documented by the vendor)
 * @param bearer whether the token is sent as {@code Authorization: Bearer} besides, not by default
 * @param zone the zone of a time that carries none, UTC (not documented by the vendor)
 */
@Validated
@ConfigurationProperties("shelftally.pensa")
public record PensaSettings(
        @Nullable URI baseUrl,
        @Nullable String accessToken,
        @Nullable String username,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @NotNull URI tokenUrl,
        @Min(1) @Max(1000) int inFlight,
        @Min(1) @Max(10_000) int statusBatch,
        boolean bearer,
        @NotNull ZoneId zone) {

    @Override
    public String toString() {
        return "PensaSettings[baseUrl=" + baseUrl + ", user and secrets=***]";
    }
}
