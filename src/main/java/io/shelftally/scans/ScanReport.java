package io.shelftally.scans;

import io.shelftally.vendor.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The reports of one scan as Pensa answered them. Absent, null and empty differ: a list is known only if it is an explicit
 * list, or, for OOS, if the answer has the key NO_OOS.
 *
 * @param itemsSeen empty if unknown
 * @param outOfStock empty if unknown
 * @param unasked the reports of other scans, refused
 */
public record ScanReport(
        Optional<ProductLines> itemsSeen,
        Optional<ProductLines> outOfStock,
        @Nullable String projectId,
        @Nullable String projectName,
        List<Unasked> unasked) {

    /** A report of a scan that was not asked about. */
    public record Unasked(String scanId, String raw) {}

    /** Reads an answer; empty if it is not an object with an object {@code data}. */
    public static Optional<ScanReport> read(byte[] body, long scanId) {
        return Json.object(body)
                .map(root -> root.get("data"))
                .filter(JsonNode::isObject)
                .map(data -> of(data, scanId));
    }

    boolean isKnown() {
        return itemsSeen.isPresent() || outOfStock.isPresent();
    }

    private static ScanReport of(JsonNode data, long scanId) {
        List<Unasked> unasked = new ArrayList<>();
        boolean usual = data.hasNonNull("ITEMS_SEEN") || !data.has("ITEM_SEEN");
        String seenKey = usual ? "ITEMS_SEEN" : "ITEM_SEEN";
        JsonNode seen = asked(data.path(seenKey), scanId, unasked);
        JsonNode oos = asked(data.path("OOS"), scanId, unasked);
        Optional<ProductLines> noOos = data.has("NO_OOS") ? Optional.of(ProductLines.NONE) : Optional.empty();
        return new ScanReport(
                lines(seen, seenKey),
                lines(oos, "OOS").or(() -> noOos),
                first(seen, oos, "project_id"),
                first(seen, oos, "project_name"),
                List.copyOf(unasked));
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

    private static Optional<ProductLines> lines(JsonNode report, String key) {
        JsonNode list = report.path("report").path("product_list");
        if (!list.isArray()) {
            return Optional.empty();
        }
        return Optional.of(ProductLines.read(list, "/data/" + key + "/report/product_list"));
    }

    private static @Nullable String first(JsonNode seen, JsonNode oos, String field) {
        String text = Json.text(seen, field);
        return text != null ? text : Json.text(oos, field);
    }
}
