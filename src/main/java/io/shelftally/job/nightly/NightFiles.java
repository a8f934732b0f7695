package io.shelftally.job.nightly;

import io.shelftally.job.output.SortedFiles;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.publishing.Staging;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.twins.Twin;
import io.shelftally.publication.twins.Twins;
import java.util.Set;

/**
 * The files of a night beside the reconciled items, with those of their twins that every dataset has.
 *
 * @param formats that the night was asked for
 */
record NightFiles(Staging staging, Set<Twin> formats) implements SortedFiles.Sinks {

    @Override
    public <R> CsvSink<R> csv(Dataset<R> dataset) {
        return staging.csv(dataset);
    }

    @Override
    public <R> Twins<R> twins(Dataset<R> dataset) {
        return staging.twins(dataset, Twin.ofEveryDataset(formats));
    }
}
