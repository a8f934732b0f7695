package io.shelftally.job.nightly;

import io.shelftally.job.derivation.UnknownProducts;
import io.shelftally.job.output.ResultTables;
import io.shelftally.job.workers.SharedReconciliation;
import io.shelftally.matching.product.Gtin;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.UnknownProductRow;
import io.shelftally.publication.results.UnknownProductRow.Words;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has a night's scans derived by workers, and joins what they left: the file from its pieces, and the counts. */
@Component
class ScansShared {

    private final SharedReconciliation shared;
    private final ResultTables results;
    private final NightState state;

    ScansShared(SharedReconciliation shared, ResultTables results, NightState state) {
        this.shared = shared;
        this.results = results;
        this.state = state;
    }

    /** Twins of the file need its rows, which pass through the process that derives them: no worker is asked for them. */
    boolean isAskedFor(NightOptions options) {
        return options.twins().isEmpty() && shared.isAskedFor();
    }

    void derive(NightOptions options, NightState.Building building) throws InterruptedException {
        shared.run(
                options.businessDate(), building.exportId(), state.facts().run().orElse(0));
        try (CsvSink<ReconciledRow> file = building.staging().csv(Datasets.RECONCILED_ITEMS)) {
            results.shares().forEachPage(building.exportId(), (page, lines) -> {
                file.lines(lines, page.rows());
                building.figures().addAll(page.figures());
            });
        }
        results.shares().end(building.exportId());
    }

    /** The words of products are read from the rows in the table, which nobody here has seen. */
    List<UnknownProductRow> unknownProducts(NightState.Building building, UnknownProducts unknown) {
        Map<Gtin, Words> words = results.reconciled().words(building.exportId(), unknown.gtins());
        return unknown.rowsCalled(gtin -> words.getOrDefault(gtin, Words.NONE));
    }
}
