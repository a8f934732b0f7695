package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.VariableWeight;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One product of a report list that has an identifier.
 *
 * @param facings a count, null where the list does not say
 * @param expectedFacings a count, null where the list does not say
 */
public record ReportProduct(
        Identifier identifier,
        ProductText text,
        @Nullable Long facings,
        @Nullable Long expectedFacings) {

    /** Of what parts nearly all lines: to hash all that one says costs more than to compare it. */
    @Override
    public int hashCode() {
        return 31 * (31 * identifier.gtin().hashCode() + Objects.hashCode(facings)) + Objects.hashCode(expectedFacings);
    }

    /** The line of the product that a weighed pack is of. */
    ReportProduct readBy(VariableWeight weight) {
        return new ReportProduct(weight.read(identifier), text, facings, expectedFacings);
    }

    /** Whether the line says that the product has no facing; one without a number does not. */
    boolean hasNoFacings() {
        return facings != null && facings == 0;
    }

    /** This line, and what the other list's line of the same product says where this one says nothing. */
    ReportProduct orElse(ReportProduct other) {
        return new ReportProduct(
                identifier,
                text.orElse(other.text),
                facings == null ? other.facings : facings,
                expectedFacings == null ? other.expectedFacings : expectedFacings);
    }
}
