package io.shelftally.night.scans;

import io.shelftally.calls.answers.Json;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.reconciliation.ProductText;
import io.shelftally.matching.reconciliation.ReportProduct;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An explicit product list of a report.
 *
 * @param products in list order
 * @param unidentified the products that no identifier could be read from
 */
public record ProductLines(List<ReportProduct> products, List<Unidentified> unidentified) {

    static final ProductLines NONE = new ProductLines(List.of(), List.of());

    /**
     * A product without an identifier.
     *
     * @param pointer to it from the root of the answer
     * @param upc as reported; null if there is none
     * @param raw the element as it came
     */
    public record Unidentified(
            String pointer, @Nullable String upc, @Nullable String productId, String raw) {}

    /** Of all its lines. */
    public int count() {
        return products.size() + unidentified.size();
    }

    static ProductLines read(JsonNode list, String pointer, NamedProducts named) {
        List<ReportProduct> products = new ArrayList<>(list.size());
        List<Unidentified> unidentified = new ArrayList<>(0);
        for (int i = 0; i < list.size(); i++) {
            JsonNode line = list.get(i);
            NamedProducts.Named product = named.of(text(line));
            ProductText text = product.text();
            if (product.identifier().isPresent()) {
                products.add(product(product.identifier().get(), text, line));
            } else {
                unidentified.add(new Unidentified(pointer + "/" + i, text.upc(), text.productId(), line.toString()));
            }
        }
        return new ProductLines(products, unidentified);
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
