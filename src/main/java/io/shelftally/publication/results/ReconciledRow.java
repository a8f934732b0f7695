package io.shelftally.publication.results;

import io.shelftally.matching.reconciliation.ReconciledItem;

/** A line of reconciled_items.csv; its key is (scan_id, gtin). */
public record ReconciledRow(ScanPlace scan, ReconciledItem item) {}
