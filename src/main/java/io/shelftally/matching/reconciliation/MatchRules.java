package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.VariableWeight;

/**
 * What the matching of a scan leaves to the user.
 *
 * @param otherReading whether {@link MatchMethod#OTHER_READING} holds
 * @param checkDigit whether {@link MatchMethod#CHECK_DIGIT} holds
 * @param variableWeight how the codes of weighed packs are read, on both sides
 */
public record MatchRules(boolean otherReading, boolean checkDigit, VariableWeight variableWeight) {

    /** Every method may match, and every code stays as it is: the default. */
    public static final MatchRules ALL = new MatchRules(true, true, VariableWeight.NONE);
}
