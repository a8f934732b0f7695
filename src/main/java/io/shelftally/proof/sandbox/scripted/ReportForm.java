package io.shelftally.proof.sandbox.scripted;

import io.shelftally.proof.sandbox.world.BadWorldException;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.CatalogueItem;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.Report;
import io.shelftally.proof.sandbox.world.ReportTemplate;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a report as a world file writes it.
 *
 * <ol>
 *   <li>A list under a key is that report's product list; the documented fields around it are filled in.
 *   <li>Anything else under a key is sent as it stands, but for the products of its product list.
 *   <li>A product is a code of the catalogue, or an object; its field {@code like}, a code, fills in the other fields.
 * </ol>
 */
record ReportForm(Catalogue catalogue) {

    /** What the reports of one scan share. */
    record Place(long scanId, ObjectNode project) {}

    Report read(ObjectNode data, Place place) {
        ObjectNode whole = Json.object();
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            whole.set(entry.getKey(), report(entry.getKey(), entry.getValue(), place));
        }
        return (types, out) -> {
            ObjectNode asked = Json.object();
            for (Map.Entry<String, JsonNode> entry : whole.properties()) {
                if (Report.isAsked(entry.getKey(), types)) {
                    asked.set(entry.getKey(), entry.getValue());
                }
            }
            out.append(Json.text(asked));
        };
    }

    private JsonNode report(String type, JsonNode written, Place place) {
        if (written instanceof ArrayNode products) {
            return Json.merged(ReportTemplate.of(type, place.scanId(), products(products)), place.project());
        }
        JsonNode copy = written.deepCopy();
        if (copy.path("report") instanceof ObjectNode report
                && report.path("product_list") instanceof ArrayNode products) {
            report.set("product_list", products(products));
        }
        return copy;
    }

    private ArrayNode products(ArrayNode written) {
        ArrayNode products = Json.MAPPER.createArrayNode();
        for (JsonNode product : written) {
            products.add(product(product));
        }
        return products;
    }

    private JsonNode product(JsonNode written) {
        if (written.isString()) {
            return item(written.stringValue()).reportLine();
        }
        Optional<String> like = written.path("like").stringValueOpt();
        if (like.isEmpty()) {
            return written;
        }
        ObjectNode product = Json.merged(item(like.get()).reportLine(), (ObjectNode) written);
        product.remove("like");
        return product;
    }

    private CatalogueItem item(String code) {
        return catalogue
                .find(code)
                .orElseThrow(() -> new BadWorldException("the catalogue has no code \"" + code + "\""));
    }
}
