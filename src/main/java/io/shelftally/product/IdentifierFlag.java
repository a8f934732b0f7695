package io.shelftally.product;

/** What is remarkable about an identifier; a flag never rejects it (docs/rules.md, "Identifier flags"). */
public enum IdentifierFlag {
    AMBIGUOUS_8,
    BAD_CHECK_DIGIT,
    CASE_LEVEL,
    RESTRICTED,
    VARIABLE_MEASURE,
    ZEROS_RESTORED
}
