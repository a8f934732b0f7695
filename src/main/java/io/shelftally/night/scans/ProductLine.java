package io.shelftally.night.scans;

import io.shelftally.calls.answers.Json;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.reconciliation.ProductText;
import io.shelftally.matching.reconciliation.ReportProduct;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An element of a product list.
 *
 * @param product empty if no identifier could be read from it
 * @param raw the element as it came; empty text if it has an identifier
 */
record ProductLine(Optional<ReportProduct> product, ProductText text, String raw) {

    static ProductLine read(JsonNode line, NamedProducts named) {
        NamedProducts.Named product = named.of(text(line));
        Optional<ReportProduct> identified =
                product.identifier().map(identifier -> product(identifier, product.text(), line));
        return new ProductLine(identified, product.text(), identified.isPresent() ? "" : line.toString());
    }

    private static ReportProduct product(Identifier identifier, ProductText text, JsonNode line) {
        return new ReportProduct(identifier, text, count(line, "facings"), count(line, "expected_facings"));
    }

    private static ProductText text(JsonNode line) {
        return new ProductText(
                Json.text(line, "product"),
                Json.text(line, "brand"),
                Json.text(line, "category"),
                Json.text(line, "manufacturer"),
                Json.text(line, "product_id"),
                Json.text(line, "brand_id"),
                Json.text(line, "category_id"),
                Json.text(line, "manufacturer_id"),
                Json.text(line, "upc"));
    }

    /** A whole number, also one that is written as 3.0. */
    private static @Nullable Long count(JsonNode line, String field) {
        JsonNode node = line.get(field);
        boolean isCount =
                node != null && node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToLong();
        return isCount ? (Long) node.longValue() : null;
    }
}
