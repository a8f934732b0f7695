package io.shelftally.night.scans;

import io.shelftally.calls.window.InFlight;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
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
 * @param reportTypes the reports that are asked for, ITEMS_SEEN and OOS (the page of the vendor that has more types asks for
 *     FACINGS_SEEN and FULL_FACINGS)
 * @param inFlight calls at the same time: a number, or auto, which finds it
 * @param hedgeShare the share of all calls that may be made a second time because they are late, 0.02; 0 makes none
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
        @NotEmpty List<@Pattern(regexp = READ, message = "can be any of " + READ) String> reportTypes,
        @NotNull InFlight inFlight,
        @DecimalMin("0") @DecimalMax("0.2") double hedgeShare,
        @Min(1) @Max(10_000) int statusBatch,
        boolean bearer,
        @NotNull ZoneId zone) {

    /** The types that this job reads; the last one is a second name of the first. */
    private static final String READ = "ITEMS_SEEN|OOS|NO_OOS|FACINGS_SEEN|FULL_FACINGS|ITEM_SEEN";

    /** What is sent: each type once, as the vendor's own example spells it. */
    public List<String> askedReports() {
        return reportTypes.stream()
                .map(type -> type.equals("ITEM_SEEN") ? "ITEMS_SEEN" : type)
                .distinct()
                .toList();
    }

    /** Whether a report is asked for that tells what was seen. */
    public boolean asksForSeen() {
        return askedReports().stream().anyMatch(type -> !type.equals("OOS") && !type.equals("NO_OOS"));
    }

    @Override
    public String toString() {
        return "PensaSettings[baseUrl=" + baseUrl + ", user and secrets=***]";
    }
}
