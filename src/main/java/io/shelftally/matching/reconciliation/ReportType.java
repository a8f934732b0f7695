package io.shelftally.matching.reconciliation;

/** The product lists of a report, in the order in which they speak of a product (docs/rules.md, "Matching"). */
public enum ReportType {
    ITEMS_SEEN,
    FACINGS_SEEN,
    FULL_FACINGS,
    OOS
}
