package io.shelftally.proof.sandbox.world;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Closient's capture object with all its documented fields. */
public final class CaptureTemplate {

    private static final Set<String> UNSETTLED = Set.of("PENDING", "LOOKING_UP", "ENRICHING", "RESOLVING", "FAILED");

    private CaptureTemplate() {}

    /** A bar code capture of no known product. */
    public static ObjectNode unknown() {
        return Json.object()
                .put("capture_type", "BARCODE")
                .put("raw_value", "")
                .put("gtin", "")
                .put("error_message", "")
                .put("created", "2026-11-21T16:20:05.310Z")
                .putNull("metadata")
                .putNull("gs1_dl_data")
                .putNull("product_short_id")
                .putNull("product_name")
                .put("processed_at", "2026-11-21T16:20:09Z")
                .putNull("uploaded_image_key")
                .putNull("qr_analysis");
    }

    /** A bar code capture of this product. */
    public static ObjectNode of(CatalogueItem item) {
        return unknown()
                .put("raw_value", item.code())
                .put("gtin", item.gtin14())
                .put("product_short_id", item.shortId())
                .put("product_name", item.name());
    }

    /** The fields that differ from {@code of} while the capture has this status: no product is known before it is found. */
    public static ObjectNode state(String status) {
        ObjectNode state = Json.object().put("status", status);
        if (UNSETTLED.contains(status)) {
            state.putNull("product_short_id").putNull("product_name").putNull("processed_at");
        }
        if (status.equals("FAILED")) {
            state.put("error_message", "Product lookup timed out");
        }
        if (status.equals("NOT_FOUND")) {
            state.putNull("product_short_id").putNull("product_name");
        }
        return state;
    }
}
