package io.shelftally.proof.sandbox.world;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Pensa's report of one type: what stands around its product list. */
public final class ReportTemplate {

    private static final Map<String, String> NAMES = Map.of(
            "ITEMS_SEEN", "Items Seen",
            "ITEM_SEEN", "Items Seen",
            "OOS", "Out of Stock",
            "FACINGS_SEEN", "Facings Seen",
            "FULL_FACINGS", "Full Facings");

    private ReportTemplate() {}

    /** A report of this type and scan with all its documented fields and an empty product list. */
    public static ObjectNode of(String type, long scanId) {
        ObjectNode report = Json.object()
                .put("project_report_name", NAMES.getOrDefault(type, type))
                .put("project_report_id", type.equals("OOS") ? 62 : 61)
                .put("project_name", "Shelf audit")
                .put("project_id", 17)
                .put("scan_id", scanId);
        report.putObject("report").putArray("product_list");
        return report;
    }

    /** The same with this product list. */
    public static ObjectNode of(String type, long scanId, JsonNode products) {
        ObjectNode report = of(type, scanId);
        report.withObject("report").set("product_list", products);
        return report;
    }
}
