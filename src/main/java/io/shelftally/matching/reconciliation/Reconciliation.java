package io.shelftally.matching.reconciliation;

import java.util.List;
import java.util.Map;

/**
 * One scan, decided.
 *
 * @param items one row a product, sorted by GTIN
 * @param matches by capture id, how it matched a product; a capture that matched none is absent
 */
public record Reconciliation(List<ReconciledItem> items, Map<String, MatchMethod> matches) {

    public Reconciliation {
        items = List.copyOf(items);
        matches = Map.copyOf(matches);
    }
}
