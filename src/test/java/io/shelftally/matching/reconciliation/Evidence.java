package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.IdentifierReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The evidence of one scan, written as the codes that the vendors sent; every report is unknown until given. */
final class Evidence {

    private final Map<ReportType, ReportList> lists = new EnumMap<>(ReportType.class);
    private final List<SettledCapture> captures = new ArrayList<>();

    static ReportProduct product(String code) {
        return product(code, new ProductText(null, null, null, null, null, null, null, null, code));
    }

    static ReportProduct product(String code, ProductText text) {
        return new ReportProduct(IdentifierReader.read(code).orElseThrow(), text, null, null);
    }

    static ReportProduct facings(String code, @Nullable Long facings) {
        ReportProduct plain = product(code);
        return new ReportProduct(plain.identifier(), plain.text(), facings, null);
    }

    Evidence seen(String... codes) {
        return list(ReportType.ITEMS_SEEN, codes);
    }

    Evidence seen(ReportProduct... products) {
        return list(ReportType.ITEMS_SEEN, products);
    }

    Evidence outOfStock(String... codes) {
        return list(ReportType.OOS, codes);
    }

    Evidence outOfStock(ReportProduct... products) {
        return list(ReportType.OOS, products);
    }

    Evidence list(ReportType type, String... codes) {
        return list(type, Stream.of(codes).map(Evidence::product).toArray(ReportProduct[]::new));
    }

    Evidence list(ReportType type, ReportProduct... products) {
        lists.put(type, new ReportList(List.of(products), true));
        return this;
    }

    /** The list, of which too many lines cannot be read. */
    Evidence unreadable(ReportType type, ReportProduct... products) {
        lists.put(type, new ReportList(List.of(products), false));
        return this;
    }

    Evidence captured(String captureId, String code) {
        captures.add(new SettledCapture(
                captureId, "COMPLETED", IdentifierReader.read(code).orElseThrow(), null, "name of " + captureId));
        return this;
    }

    ScanEvidence build() {
        return new ScanEvidence(lists, captures);
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
