package io.shelftally.operations.changes;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A product at a place whose verdict differs between two nights.
 *
 * @param before empty if there was no row
 * @param after empty if there is no row
 */
public record ChangedVerdict(
        String place, Gtin gtin, Optional<Verdict> before, Optional<Verdict> after, ChangeCause cause) {

    static final String NONE = "-";

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", place);
        json.put("gtin", gtin.digits());
        json.put("before", before.map(Verdict::name).orElse(null));
        json.put("after", after.map(Verdict::name).orElse(null));
        json.put("cause", cause.name());
        return json;
    }
}
