package io.shelftally.reconciliation;

import io.shelftally.product.Gtin;
import io.shelftally.product.Identifier;
import io.shelftally.product.IdentifierFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Matching done by comparing each capture with each line, as the rule is told: slow, and independent. */
final class BruteForce {

    private final MatchRules rules;
    private final List<ReportProduct> seen;
    private final List<ReportProduct> outOfStock;
    private final Map<Gtin, List<SettledCapture>> captures = new TreeMap<>();
    private final Map<Gtin, MatchMethod> methods = new TreeMap<>();

    BruteForce(ScanEvidence evidence, MatchRules rules) {
        this.rules = rules;
        this.seen = firstLines(evidence.itemsSeen().orElse(List.of()));
        this.outOfStock = firstLines(evidence.outOfStock().orElse(List.of()));
        evidence.captures().forEach(this::place);
    }

    /** Each row as one text: GTIN, method, captures, flags. */
    List<String> rows() {
        Set<Gtin> gtins = new TreeSet<>(captures.keySet());
        lines().forEach(line -> gtins.add(line.identifier().gtin()));
        return gtins.stream()
                .map(gtin -> describe(
                        gtin,
                        Optional.ofNullable(methods.get(gtin)),
                        captures.getOrDefault(gtin, List.of()),
                        flags(gtin)))
                .toList();
    }

    static String describe(
            Gtin gtin, Optional<MatchMethod> method, List<SettledCapture> captures, Set<IdentifierFlag> flags) {
        String ids = captures.stream().map(SettledCapture::captureId).sorted().collect(Collectors.joining("|"));
        return gtin + " " + method.map(MatchMethod::name).orElse("-") + " [" + ids + "] " + new TreeSet<>(flags);
    }

    private void place(SettledCapture capture) {
        for (MatchMethod method : MatchMethod.values()) {
            Optional<Gtin> smallest = lines().map(ReportProduct::identifier)
                    .filter(product -> holds(method, capture.identifier(), product))
                    .map(Identifier::gtin)
                    .min(Gtin::compareTo);
            if (smallest.isPresent()) {
                captures.computeIfAbsent(smallest.get(), gtin -> new ArrayList<>())
                        .add(capture);
                methods.merge(smallest.get(), method, (a, b) -> a.compareTo(b) < 0 ? a : b);
                return;
            }
        }
        captures.computeIfAbsent(capture.identifier().gtin(), gtin -> new ArrayList<>())
                .add(capture);
    }

    private boolean holds(MatchMethod method, Identifier capture, Identifier product) {
        return switch (method) {
            case EXACT -> capture.gtin().equals(product.gtin());
            case OTHER_READING ->
                rules.otherReading()
                        && (capture.secondCandidate().equals(Optional.of(product.gtin()))
                                || product.secondCandidate().equals(Optional.of(capture.gtin())));
            case CHECK_DIGIT ->
                rules.checkDigit() && stem(capture).equals(stem(product)) && isBad(capture) != isBad(product);
        };
    }

    private static String stem(Identifier identifier) {
        return identifier.gtin().digits().substring(0, 13);
    }

    private static boolean isBad(Identifier identifier) {
        return identifier.flags().contains(IdentifierFlag.BAD_CHECK_DIGIT);
    }

    private Set<IdentifierFlag> flags(Gtin gtin) {
        return Stream.concat(
                        lines().map(ReportProduct::identifier)
                                .filter(product -> product.gtin().equals(gtin)),
                        captures.getOrDefault(gtin, List.of()).stream().map(SettledCapture::identifier))
                .flatMap(identifier -> identifier.flags().stream())
                .collect(Collectors.toSet());
    }

    private Stream<ReportProduct> lines() {
        return Stream.concat(seen.stream(), outOfStock.stream());
    }

    private static List<ReportProduct> firstLines(List<ReportProduct> list) {
        List<ReportProduct> first = new ArrayList<>();
        for (ReportProduct line : list) {
            if (first.stream()
                    .noneMatch(other ->
                            other.identifier().gtin().equals(line.identifier().gtin()))) {
                first.add(line);
            }
        }
        return first;
    }
}
