package io.shelftally.proof.sandbox.endpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The report types that Pensa's documents and its mobile SDK name. */
final class ReportTypes {

    private static final Set<String> KNOWN = Set.of(
            "ITEMS_SEEN",
            "ITEM_SEEN",
            "OOS",
            "NO_OOS",
            "FACINGS_SEEN",
            "FULL_FACINGS",
            "FULL_FACINGS_AND_PRODUCT_POSITIONS",
            "PRODUCT_POSITIONS",
            "NEW_PRODUCTS",
            "NEW_PRODUCT_PACKAGING",
            "SCAN_FAILED",
            "SCAN_REJECTED",
            "SCAN_SKIPPED");

    private ReportTypes() {}

    /** The types of a request; empty if it names none, or an unknown one. */
    static List<String> read(JsonNode written) {
        List<String> types = new ArrayList<>();
        if (written instanceof ArrayNode list) {
            list.forEach(type -> types.add(type.stringValue("")));
        }
        return KNOWN.containsAll(types) ? types : List.of();
    }
}
