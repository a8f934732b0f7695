package io.shelftally.reconciliation;

/**
 * Which of the weaker methods may match.
 *
 * @param otherReading whether {@link MatchMethod#OTHER_READING} holds
 * @param checkDigit whether {@link MatchMethod#CHECK_DIGIT} holds
 */
public record MatchRules(boolean otherReading, boolean checkDigit) {

    /** Every method may match, the default. */
    public static final MatchRules ALL = new MatchRules(true, true);
}
