package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.IdentifierFlag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one product of one scan (docs/rules.md, "Verdicts").
 *
 * @param gtin the report's canonical GTIN where a report has the product, else the captures'
 * @param seen empty if no report tells it of this product
 * @param outOfStock empty if OOS does not tell it of this product
 * @param matchMethod the strongest among the captures; empty if none matched a product
 * @param reason such as {@code captured=yes seen=no oos=unknown}
 * @param captures the captures behind the row, sorted by id; empty if not captured
 * @param flags of the captures, and of the product as each list read it
 * @param text from the first report that has it, field by field
 * @param facings from the first report that has them; null where none says
 * @param duplicateCount further lines of the same product in the list that speaks for it; null where no report has it
 * @param isOfOnePack whether the GTIN is RESTRICTED or a COUPON, which differ from pack to pack
 */
public record ReconciledItem(
        Gtin gtin,
        Verdict verdict,
        boolean captured,
        Optional<Boolean> seen,
        Optional<Boolean> outOfStock,
        Optional<MatchMethod> matchMethod,
        String reason,
        List<SettledCapture> captures,
        Set<IdentifierFlag> flags,
        ProductText text,
        @Nullable Long facings,
        @Nullable Long expectedFacings,
        @Nullable Integer duplicateCount,
        boolean isOfOnePack) {

    public ReconciledItem {
        if (matchMethod.isPresent() && !captured) {
            throw new IllegalArgumentException("nothing was captured that could match by " + matchMethod.get());
        }
        captures = List.copyOf(captures);
        flags = IdentifierFlag.sorted(flags);
    }

    /** Of what parts nearly all decisions: to hash all of one costs more than to compare it. */
    @Override
    public int hashCode() {
        int decided = 31 * gtin.hashCode() + verdict.hashCode();
        return 31 * (31 * decided + Objects.hashCode(facings)) + Objects.hashCode(expectedFacings);
    }

    /** What the product is called: by Pensa, else by Closient in the first capture; empty if neither names it. */
    public Optional<String> productName() {
        return Optional.ofNullable(text.productName())
                .or(() -> captures.stream().findFirst().map(SettledCapture::productName))
                .filter(name -> !name.isEmpty());
    }
}
