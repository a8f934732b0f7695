package io.shelftally.matching.product;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A product identifier as it was read from a vendor's text.
 *
 * @param gtin the canonical GTIN
 * @param secondCandidate the other GTIN that the same text may stand for
 * @param kind how it was written
 * @param flags sorted by name
 */
public record Identifier(Gtin gtin, Optional<Gtin> secondCandidate, IdentifierKind kind, Set<IdentifierFlag> flags) {

    public Identifier {
        flags = IdentifierFlag.sorted(flags);
    }

    /** The same text read as another GTIN; its flags are those of the digits now. */
    Identifier withGtin(Gtin other) {
        Set<IdentifierFlag> all = EnumSet.noneOf(IdentifierFlag.class);
        flags.stream().filter(flag -> !DigitFlags.ALL.contains(flag)).forEach(all::add);
        DigitFlags.add(other, all);
        return new Identifier(other, secondCandidate, kind, all);
    }
}
