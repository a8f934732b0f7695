package io.shelftally.publication.results;

import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.matching.reconciliation.Break;
import java.util.List;

/** Everything that a night publishes (docs/data-dictionary.md). */
public final class Datasets {

    public static final Dataset<ReconciledRow> RECONCILED_ITEMS = ReconciledItemsDataset.DATASET;
    public static final Dataset<CaptureRow> CAPTURES = CapturesDataset.DATASET;
    public static final Dataset<ScanRow> SCANS = ScansDataset.DATASET;
    public static final Dataset<Break> BREAKS = BreaksDataset.DATASET;
    public static final Dataset<QuarantineRow> QUARANTINE = QuarantineDataset.DATASET;
    public static final Dataset<UnknownProductRow> UNKNOWN_PRODUCTS = UnknownProductsDataset.DATASET;

    /** In the order of the documents. */
    public static final List<Dataset<?>> ALL =
            List.of(RECONCILED_ITEMS, CAPTURES, SCANS, BREAKS, QUARANTINE, UNKNOWN_PRODUCTS);

    private Datasets() {}
}
