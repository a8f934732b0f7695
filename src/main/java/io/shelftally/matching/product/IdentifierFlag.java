package io.shelftally.matching.product;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is remarkable about an identifier; a flag never rejects it (docs/rules.md, "Identifier flags"). */
public enum IdentifierFlag {
    AMBIGUOUS_8,
    BAD_CHECK_DIGIT,
    CASE_LEVEL,
    COUPON,
    DECIMALS_DROPPED,
    RESTRICTED,
    SUPPLEMENT_DROPPED,
    VARIABLE_MEASURE,
    ZEROS_RESTORED;

    /** The same flags as a set that cannot be changed and is sorted by name. */
    public static Set<IdentifierFlag> sorted(Set<IdentifierFlag> flags) {
        return flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }
}
