package io.shelftally.night.captures;

import io.shelftally.calls.answers.Json;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A capture object as Closient answered it, raw; null is absent, null or empty.
 *
 * @param identifier from gs1_dl_data, gtin, raw_value or the QR analysis, the first that yields one
 * @param scanId the scan that the metadata name
 * @param scanGuid the guid that the metadata name
 * @param created as reported
 * @param processedAt as reported
 */
public record Capture(
        @Nullable String status,
        @Nullable String captureType,
        @Nullable String rawValue,
        Optional<Identifier> identifier,
        Optional<Long> scanId,
        Optional<String> scanGuid,
        @Nullable String productShortId,
        @Nullable String productName,
        @Nullable String errorMessage,
        @Nullable String created,
        @Nullable String processedAt) {

    /** Reads stored evidence. */
    public static Capture read(byte[] body, ClosientSettings settings) {
        return read(body, settings.metadataScanId(), settings.metadataScanGuid());
    }

    /** Reads stored evidence by other metadata keys than those that are set. */
    public static Capture read(byte[] body, String scanIdKey, String scanGuidKey) {
        JsonNode object = Json.object(body).orElseThrow(() -> new IllegalStateException("stored capture is no object"));
        JsonNode metadata = object.path("metadata");
        return new Capture(
                Json.text(object, "status"),
                Json.text(object, "capture_type"),
                Json.text(object, "raw_value"),
                identifier(object),
                Json.positive(metadata, scanIdKey),
                Optional.ofNullable(Json.text(metadata, scanGuidKey)),
                Json.text(object, "product_short_id"),
                Json.text(object, "product_name"),
                Json.text(object, "error_message"),
                Json.text(object, "created"),
                Json.text(object, "processed_at"));
    }

    private static Optional<Identifier> identifier(JsonNode object) {
        return IdentifierReader.readFirst(
                Json.text(object.path("gs1_dl_data"), "01"),
                Json.text(object, "gtin"),
                Json.text(object, "raw_value"),
                Json.text(object.path("qr_analysis"), "extracted_gtin"));
    }
}
