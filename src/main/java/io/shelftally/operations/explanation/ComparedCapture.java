package io.shelftally.operations.explanation;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.VariableWeight;
import io.shelftally.matching.reconciliation.SettledCapture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settled capture of the scan, and what became of it there.
 *
 * @param weighed the code of the pack, if the capture was read as its product; else null
 * @param secondCandidate the other GTIN that the same text may stand for; null if there is none
 * @param method how it matched a product; null if it matched none
 * @param rowGtin the row that it stands behind
 */
record ComparedCapture(
        String captureId,
        String status,
        String gtin,
        @Nullable WeighedPack weighed,
        @Nullable String secondCandidate,
        String kind,
        List<String> flags,
        @Nullable String method,
        String rowGtin) {

    static ComparedCapture of(SettledCapture capture, VariableWeight weight, @Nullable String method, String rowGtin) {
        Identifier read = weight.read(capture.identifier());
        return new ComparedCapture(
                capture.captureId(),
                capture.status(),
                read.gtin().digits(),
                WeighedPack.of(capture.identifier(), weight),
                read.secondCandidate().map(Object::toString).orElse(null),
                read.kind().name(),
                read.flags().stream().map(Enum::name).toList(),
                method,
                rowGtin);
    }

    /** In words, seen from the row of a GTIN. */
    String outcome(String asked) {
        String how = method == null ? "matches no product of the reports" : method;
        return rowGtin.equals(asked) ? how + ", this row" : how + ", row " + rowGtin;
    }
}
