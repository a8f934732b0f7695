package io.shelftally.operations.explanation;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.VariableWeight;
import org.jspecify.annotations.Nullable;

/**
 * A code that holds a weight or a price, and was read as that of its product (docs/rules.md, "Variable weight").
 *
 * @param gtin as the pack has it
 */
record WeighedPack(String pattern, String gtin) {

    /** Null if no pattern fits. */
    static @Nullable WeighedPack of(Identifier code, VariableWeight weight) {
        return weight.of(code.gtin())
                .map(pattern -> new WeighedPack(pattern.text(), code.gtin().digits()))
                .orElse(null);
    }

    String words() {
        return gtin + " by " + pattern;
    }
}
