package io.shelftally.operations.explanation;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.VariableWeight;
import io.shelftally.matching.reconciliation.ReportProduct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report that has an identifier.
 *
 * @param report such as {@code ITEMS_SEEN}
 * @param upc as reported
 * @param weighed the code of the pack, if the line was read as its product; else null
 * @param secondCandidate the other GTIN that the same text may stand for; null if there is none
 */
record ReportLine(
        String report,
        @Nullable String upc,
        String gtin,
        @Nullable WeighedPack weighed,
        @Nullable String secondCandidate,
        String kind,
        List<String> flags,
        @Nullable String product,
        @Nullable String productId,
        @Nullable Long facings) {

    static ReportLine of(String report, ReportProduct line, VariableWeight weight) {
        Identifier read = weight.read(line.identifier());
        return new ReportLine(
                report,
                line.text().upc(),
                read.gtin().digits(),
                WeighedPack.of(line.identifier(), weight),
                read.secondCandidate().map(Object::toString).orElse(null),
                read.kind().name(),
                read.flags().stream().map(Enum::name).toList(),
                line.text().productName(),
                line.text().productId(),
                line.facings());
    }
}
