package io.shelftally.matching.product;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the codes of weighed packs as that of their one product (docs/rules.md, "Variable weight").
 *
 * @param patterns the first that fits counts
 */
public record VariableWeight(List<WeightPattern> patterns) {

    /** Every code stays as it is, the default. */
    public static final VariableWeight NONE = new VariableWeight(List.of());

    public VariableWeight {
        patterns = List.copyOf(patterns);
    }

    /** Reads {@link #text()}; throws {@link IllegalArgumentException} with what the patterns must be. */
    public static VariableWeight parse(String text) {
        return new VariableWeight(Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty() || text.contains(","))
                .map(WeightPattern::new)
                .toList());
    }

    /** The patterns, joined by commas. */
    public String text() {
        return patterns.stream().map(WeightPattern::text).collect(Collectors.joining(","));
    }

    public boolean isNone() {
        return patterns.isEmpty();
    }

    /** The pattern that a code is read by. */
    public Optional<WeightPattern> of(Gtin gtin) {
        return patterns.stream().filter(pattern -> pattern.fits(gtin)).findFirst();
    }

    /** The identifier of the product; the same if no pattern fits. */
    public Identifier read(Identifier pack) {
        return isNone()
                ? pack
                : of(pack.gtin())
                        .map(pattern -> pack.withGtin(pattern.product(pack.gtin())))
                        .orElse(pack);
    }
}
