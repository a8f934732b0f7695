package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows made by comparing each capture with each line, and by asking each list anew, as the rules are told: slow, and independent. */
final class BruteForce {

    private final MatchRules rules;
    private final ScanEvidence evidence;
    private final Map<Gtin, List<SettledCapture>> captures = new TreeMap<>();
    private final Map<Gtin, MatchMethod> methods = new TreeMap<>();

    BruteForce(ScanEvidence evidence, MatchRules rules) {
        this.rules = rules;
        this.evidence = evidence;
        evidence.captures().forEach(this::place);
    }

    /** Each row as one text: GTIN, method, captures, flags. */
    List<String> rows() {
        Set<Gtin> gtins = new TreeSet<>(captures.keySet());
        lines().forEach(line -> gtins.add(line.identifier().gtin()));
        return gtins.stream().flatMap(gtin -> row(gtin).stream()).toList();
    }

    private Optional<String> row(Gtin gtin) {
        String captured = captures.containsKey(gtin) ? "yes" : "no";
        String seen = seen(gtin);
        String outOfStock = outOfStock(gtin);
        return verdict(captured, seen, outOfStock, isExpected(gtin))
                .map(verdict -> verdict + " captured=" + captured + " seen=" + seen + " oos=" + outOfStock + " "
                        + describe(
                                gtin,
                                Optional.ofNullable(methods.get(gtin)),
                                captures.getOrDefault(gtin, List.of()),
                                flags(gtin))
                        + duplicates(gtin) + "/" + facings(gtin));
    }

    /** The table of docs/rules.md, "Verdicts", line by line; what no line has is no row. */
    private static Optional<String> verdict(String captured, String seen, String outOfStock, boolean expected) {
        return switch (captured + " " + seen + " " + outOfStock.replace("unknown", "no")) {
            case "yes yes no" -> Optional.of("CONFIRMED");
            case "yes no no" -> Optional.of("CAPTURED_NOT_SEEN");
            case "yes unknown no" -> Optional.of("NOT_COMPARABLE");
            case "yes yes yes", "yes no yes", "yes unknown yes" -> Optional.of("OOS_DISPUTED");
            case "no yes no" -> Optional.of("SEEN_NOT_CAPTURED");
            case "no yes yes" -> Optional.of("REPORT_CONFLICT");
            case "no no yes", "no unknown yes" -> Optional.of("OOS_REPORTED");
            default -> Optional.of("EXPECTED_NOT_SEEN").filter(verdict -> expected);
        };
    }

    private String seen(Gtin gtin) {
        if (isKnown(ReportType.ITEMS_SEEN)) {
            return line(ReportType.ITEMS_SEEN, gtin).isPresent()
                    ? "yes"
                    : isExpected(gtin) || isReadable(ReportType.ITEMS_SEEN) ? "no" : "unknown";
        }
        ReportType telling = isKnown(ReportType.FACINGS_SEEN) ? ReportType.FACINGS_SEEN : ReportType.FULL_FACINGS;
        if (!isKnown(telling)) {
            return "unknown";
        }
        return line(telling, gtin)
                .map(line -> line.facings() == null || line.facings() > 0 ? "yes" : "no")
                .orElse(isExpected(gtin) || isReadable(telling) ? "no" : "unknown");
    }

    private String outOfStock(Gtin gtin) {
        return line(ReportType.OOS, gtin).isPresent() ? "yes" : isReadable(ReportType.OOS) ? "no" : "unknown";
    }

    /** By a line of 0 facings in the first list of facings that names the product. */
    private boolean isExpected(Gtin gtin) {
        return line(ReportType.FACINGS_SEEN, gtin)
                .or(() -> line(ReportType.FULL_FACINGS, gtin))
                .filter(line -> line.facings() != null && line.facings() == 0)
                .isPresent();
    }

    private boolean isKnown(ReportType type) {
        return evidence.lists().containsKey(type);
    }

    private boolean isReadable(ReportType type) {
        return evidence.list(type).filter(ReportList::isReadable).isPresent();
    }

    private Optional<ReportProduct> line(ReportType type, Gtin gtin) {
        return firstLines(products(type)).stream()
                .filter(line -> line.identifier().gtin().equals(gtin))
                .findFirst();
    }

    private List<ReportProduct> products(ReportType type) {
        return evidence.list(type).map(ReportList::products).orElse(List.of());
    }

    private @Nullable Integer duplicates(Gtin gtin) {
        return Stream.of(ReportType.values())
                .map(type -> (int) products(type).stream()
                        .filter(line -> line.identifier().gtin().equals(gtin))
                        .count())
                .filter(lines -> lines > 0)
                .findFirst()
                .map(lines -> lines - 1)
                .orElse(null);
    }

    private @Nullable Long facings(Gtin gtin) {
        return Stream.of(ReportType.values())
                .flatMap(type -> line(type, gtin).stream())
                .map(ReportProduct::facings)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
        return Stream.of(ReportType.values()).flatMap(type -> firstLines(products(type)).stream());
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
