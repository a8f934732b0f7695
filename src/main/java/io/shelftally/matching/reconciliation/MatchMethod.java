package io.shelftally.matching.reconciliation;

/** How a capture and a report product were found to be the same item, the strongest first (docs/rules.md, "Match methods"). */
public enum MatchMethod {
    EXACT,
    OTHER_READING,
    CHECK_DIGIT
}
