package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The products of a scan's reports, joined, so that a capture's product is looked up and not searched for
 * (docs/rules.md, "Matching").
 */
final class ProductIndex {

    private static final BinaryOperator<Row> SMALLER = BinaryOperator.minBy(Comparator.comparing(Row::gtin));

    private final MatchRules rules;
    private final Map<Gtin, Row> byGtin;
    private @Nullable Map<Gtin, Row> bySecondCandidate;
    private @Nullable Map<Gtin, Row> byRightCheckDigit;

    ProductIndex(ScanEvidence evidence, MatchRules rules) {
        this.rules = rules;
        this.byGtin = new HashMap<>(2 * lines(evidence));
        evidence.lists()
                .forEach((type, list) ->
                        list.products().forEach(line -> row(line).add(type, line)));
    }

    private static int lines(ScanEvidence evidence) {
        return evidence.lists().values().stream()
                .mapToInt(list -> list.products().size())
                .sum();
    }

    /** A row for each product. */
    Collection<Row> rows() {
        return byGtin.values();
    }

    /** The product that a capture shows by the strongest method, of several the smallest GTIN; empty if none. */
    Optional<Match> match(Identifier capture) {
        Row exact = byGtin.get(capture.gtin());
        if (exact != null) {
            return Optional.of(new Match(exact, MatchMethod.EXACT));
        }
        return byOtherReading(capture)
                .map(row -> new Match(row, MatchMethod.OTHER_READING))
                .or(() -> byCheckDigit(capture).map(row -> new Match(row, MatchMethod.CHECK_DIGIT)));
    }

    private Optional<Row> byOtherReading(Identifier capture) {
        if (!rules.otherReading()) {
            return Optional.empty();
        }
        Optional<Row> ofProduct = Optional.ofNullable(bySecondCandidate().get(capture.gtin()));
        Optional<Row> ofCapture = capture.secondCandidate().map(byGtin::get);
        return ofProduct.isPresent() && ofCapture.isPresent()
                ? Optional.of(SMALLER.apply(ofProduct.get(), ofCapture.get()))
                : ofProduct.or(() -> ofCapture);
    }

    /** A right capture meets wrong products alone, a wrong capture the one product that is right. */
    private Optional<Row> byCheckDigit(Identifier capture) {
        if (!rules.checkDigit()) {
            return Optional.empty();
        }
        Gtin gtin = capture.gtin();
        return Optional.ofNullable(
                gtin.hasRightCheckDigit() ? byRightCheckDigit().get(gtin) : byGtin.get(gtin.withRightCheckDigit()));
    }

    private Map<Gtin, Row> bySecondCandidate() {
        if (bySecondCandidate == null) {
            Map<Gtin, Row> rows = new HashMap<>();
            for (Row row : rows()) {
                for (Identifier reading : row.readings()) {
                    reading.secondCandidate().ifPresent(second -> rows.merge(second, row, SMALLER));
                }
            }
            bySecondCandidate = rows;
        }
        return bySecondCandidate;
    }

    private Map<Gtin, Row> byRightCheckDigit() {
        if (byRightCheckDigit == null) {
            Map<Gtin, Row> rows = new HashMap<>();
            for (Row row : rows()) {
                if (!row.gtin().hasRightCheckDigit()) {
                    rows.merge(row.gtin().withRightCheckDigit(), row, SMALLER);
                }
            }
            byRightCheckDigit = rows;
        }
        return byRightCheckDigit;
    }

    private Row row(ReportProduct line) {
        return byGtin.computeIfAbsent(line.identifier().gtin(), Row::new);
    }

    /** The product that a capture shows, and how that was found. */
    record Match(Row row, MatchMethod method) {}
}
