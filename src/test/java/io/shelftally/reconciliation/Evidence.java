package io.shelftally.reconciliation;

import io.shelftally.product.IdentifierReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The evidence of one scan, written as the codes that the vendors sent; both reports are unknown until given. */
final class Evidence {

    private Optional<List<ReportProduct>> seen = Optional.empty();
    private Optional<List<ReportProduct>> outOfStock = Optional.empty();
    private final List<SettledCapture> captures = new ArrayList<>();

    static ReportProduct product(String code) {
        return product(code, new ProductText(null, null, null, null, null, null, null, null, code));
    }

    static ReportProduct product(String code, ProductText text) {
        return new ReportProduct(IdentifierReader.read(code).orElseThrow(), text, null, null);
    }

    Evidence seen(String... codes) {
        return seen(List.of(codes).stream().map(Evidence::product).toArray(ReportProduct[]::new));
    }

    Evidence seen(ReportProduct... products) {
        seen = Optional.of(List.of(products));
        return this;
    }

    Evidence outOfStock(String... codes) {
        return outOfStock(List.of(codes).stream().map(Evidence::product).toArray(ReportProduct[]::new));
    }

    Evidence outOfStock(ReportProduct... products) {
        outOfStock = Optional.of(List.of(products));
        return this;
    }

    Evidence captured(String captureId, String code) {
        captures.add(new SettledCapture(
                captureId, "COMPLETED", IdentifierReader.read(code).orElseThrow(), null, "name of " + captureId));
        return this;
    }

    ScanEvidence build() {
        return new ScanEvidence(seen, outOfStock, captures);
    }

    Reconciliation reconciled() {
        return reconciled(MatchRules.ALL);
    }

    Reconciliation reconciled(MatchRules rules) {
        return new Reconciler(rules).reconcile(build());
    }

    /** The one row that is expected. */
    ReconciledItem onlyItem() {
        List<ReconciledItem> items = reconciled().items();
        if (items.size() != 1) {
            throw new AssertionError("one row expected, not " + items);
        }
        return items.get(0);
    }
}
