package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.VariableWeight;
import org.jspecify.annotations.Nullable;

/**
 * A capture that takes part: settled (COMPLETED or NOT_FOUND), linked to the scan, with an identifier.
 *
 * @param status the vendor's word
 */
public record SettledCapture(
        String captureId,
        String status,
        Identifier identifier,
        @Nullable String productShortId,
        @Nullable String productName) {

    public SettledCapture {
        if (captureId.isEmpty()) {
            throw new IllegalArgumentException("a capture has an id, not \"\"");
        }
    }

    /** The capture of the product that a weighed pack is of. */
    SettledCapture readBy(VariableWeight weight) {
        return new SettledCapture(captureId, status, weight.read(identifier), productShortId, productName);
    }
}
