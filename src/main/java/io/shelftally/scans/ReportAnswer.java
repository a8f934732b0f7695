package io.shelftally.scans;

import io.shelftally.scans.ScanReport.Unasked;
import io.shelftally.vendor.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The reports that an answer holds, their products not read yet.
 *
 * @param seen the report under {@code seenKey}; a missing node if there is none, or it names another scan
 * @param seenKey ITEMS_SEEN, or ITEM_SEEN as the vendor's documents also spell it
 * @param outOfStock likewise, under OOS
 * @param hasNoOos whether the answer has the key NO_OOS
 */
record ReportAnswer(JsonNode seen, String seenKey, JsonNode outOfStock, boolean hasNoOos, List<Unasked> unasked) {

    private static final String LIST = "product_list";

    /** Reads an answer; empty if it is not an object with an object {@code data}. */
    static Optional<ReportAnswer> read(byte[] body, long scanId) {
        return of(Json.object(body), scanId);
    }

    /** The same with lists that seem empty, in half the time; reports of other scans are whole. */
    static Optional<ReportAnswer> outline(byte[] body, long scanId) {
        Optional<ReportAnswer> outline = of(Json.outline(body, LIST), scanId);
        return outline.filter(answer -> !answer.unasked().isEmpty()).isPresent() ? read(body, scanId) : outline;
    }

    /** Whether either list is known. */
    boolean isKnown() {
        return list(seen).isPresent() || list(outOfStock).isPresent() || hasNoOos;
    }

    /** The product list of a report; empty if it is anything but an explicit list. */
    static Optional<JsonNode> list(JsonNode report) {
        return Optional.of(report.path("report").path(LIST)).filter(JsonNode::isArray);
    }

    private static Optional<ReportAnswer> of(Optional<JsonNode> root, long scanId) {
        return root.map(answer -> answer.get("data")).filter(JsonNode::isObject).map(data -> of(data, scanId));
    }

    private static ReportAnswer of(JsonNode data, long scanId) {
        List<Unasked> unasked = new ArrayList<>();
        boolean usual = data.hasNonNull("ITEMS_SEEN") || !data.has("ITEM_SEEN");
        String seenKey = usual ? "ITEMS_SEEN" : "ITEM_SEEN";
        JsonNode seen = asked(data.path(seenKey), scanId, unasked);
        JsonNode outOfStock = asked(data.path("OOS"), scanId, unasked);
        return new ReportAnswer(seen, seenKey, outOfStock, data.has("NO_OOS"), List.copyOf(unasked));
    }

    /** The report, or a missing node if it names another scan. */
    private static JsonNode asked(JsonNode report, long scanId, List<Unasked> unasked) {
        JsonNode named = report.path("scan_id");
        boolean isOther = !named.isMissingNode()
                && !named.isNull()
                && !Json.positive(report, "scan_id").equals(Optional.of(scanId));
        if (isOther) {
            unasked.add(new Unasked(Objects.toString(Json.text(report, "scan_id"), ""), report.toString()));
        }
        return isOther ? report.path("scan_id").path("none") : report;
    }
}
