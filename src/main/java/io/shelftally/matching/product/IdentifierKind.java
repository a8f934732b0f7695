package io.shelftally.matching.product;

/** How an identifier was written (docs/rules.md, "Identifier kinds"). */
public enum IdentifierKind {
    GTIN_8,
    GTIN_12,
    GTIN_13,
    GTIN_14,
    UPC_E,
    UPC_A_NO_CHECK,
    NDC,
    ISBN_10
}
