package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Gtin;
import java.util.Set;

/**
 * Of which products a reported scan of a place can tell that they are no break there (docs/rules.md, "Breaks").
 *
 * @param tellsOfAll whether of every product, also of those without a row
 * @param told else, those of which it does
 */
public record PlaceReport(String place, boolean tellsOfAll, Set<Gtin> told) {

    public PlaceReport {
        told = Set.copyOf(told);
    }
}
