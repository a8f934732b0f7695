package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.VariableWeight;
import java.math.BigDecimal;
import java.util.List;

/**
 * The products of one report, those without an identifier left out.
 *
 * @param products in list order
 * @param isReadable false if too many of its lines have no identifier: then it tells nothing of a product that it does not name
 */
public record ReportList(List<ReportProduct> products, boolean isReadable) {

    public ReportList {
        products = List.copyOf(products);
    }

    /**
     * The list whose lines are these products and a number of unidentified ones.
     *
     * @param mostUnidentified the share of them up to which it is readable, 0 to 1
     */
    public static ReportList of(List<ReportProduct> products, int unidentified, BigDecimal mostUnidentified) {
        return new ReportList(
                products,
                unidentified == 0
                        || BigDecimal.valueOf(unidentified)
                                        .compareTo(mostUnidentified.multiply(
                                                BigDecimal.valueOf(products.size() + (long) unidentified)))
                                <= 0);
    }

    /** The list with the codes of weighed packs read as that of their product. */
    ReportList readBy(VariableWeight weight) {
        return new ReportList(products.stream().map(line -> line.readBy(weight)).toList(), isReadable);
    }
}
