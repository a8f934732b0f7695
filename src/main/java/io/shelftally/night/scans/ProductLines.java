package io.shelftally.night.scans;

import io.shelftally.matching.reconciliation.ReportProduct;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** @param pointer to the list from the root of the answer */
    static ProductLines of(List<ProductLine> lines, String pointer) {
        List<ReportProduct> products = new ArrayList<>(lines.size());
        List<Unidentified> unidentified = new ArrayList<>(0);
        for (int i = 0; i < lines.size(); i++) {
            ProductLine line = lines.get(i);
            if (line.product().isPresent()) {
                products.add(line.product().get());
            } else {
                unidentified.add(new Unidentified(
                        pointer + "/" + i, line.text().upc(), line.text().productId(), line.raw()));
            }
        }
        return new ProductLines(products, unidentified);
    }
}
