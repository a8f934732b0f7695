package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Gtin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides every product of one scan (docs/rules.md, "Variable weight", "Matching" and "Verdicts").
 *
 * <ol>
 *   <li>The codes of weighed packs become that of their product, on both sides.
 *   <li>The lines of each report are collapsed by canonical GTIN, and the reports are joined by it.
 *   <li>Each capture is given to the one product that it matches by the strongest method.
 *   <li>Captures that match no product share a row by canonical GTIN.
 *   <li>Each row gets its verdict from what is known of it; a product of which only facings are known that another report speaks
 *       for is no row.
 * </ol>
 */
public final class Reconciler {

    private static final Comparator<ReconciledItem> BY_GTIN =
            (one, other) -> one.gtin().compareTo(other.gtin());

    private final MatchRules rules;
    private final KnownItems known = new KnownItems();

    public Reconciler(MatchRules rules) {
        this.rules = rules;
    }

    public Reconciliation reconcile(ScanEvidence reported) {
        ScanEvidence evidence = reported.readBy(rules.variableWeight());
        ProductIndex products = new ProductIndex(evidence, rules);
        Map<Gtin, Row> unmatched = new HashMap<>();
        Map<String, MatchMethod> matches = new HashMap<>();
        for (SettledCapture capture : evidence.captures()) {
            Optional<ProductIndex.Match> match = products.match(capture.identifier());
            if (match.isPresent()) {
                match.get().row().addMatched(capture, match.get().method());
                matches.put(capture.captureId(), match.get().method());
            } else {
                unmatched.computeIfAbsent(capture.identifier().gtin(), Row::new).addUnmatched(capture);
            }
        }
        return new Reconciliation(items(evidence, products.rows(), unmatched.values()), matches);
    }

    private List<ReconciledItem> items(ScanEvidence evidence, Collection<Row> products, Collection<Row> others) {
        Reports reports = Reports.of(evidence);
        List<ReconciledItem> items = new ArrayList<>(products.size() + others.size());
        products.forEach(row -> row.decide(reports, known).ifPresent(items::add));
        others.forEach(row -> row.decide(reports, known).ifPresent(items::add));
        items.sort(BY_GTIN);
        return items;
    }
}
