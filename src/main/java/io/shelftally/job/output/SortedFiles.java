package io.shelftally.job.output;

import io.shelftally.calls.collect.Progress;
import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.publication.export.CsvSink;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.results.Datasets;
import io.shelftally.publication.twins.Twins;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Writes the files whose rows an export's tables put in order. */
public final class SortedFiles {

    private static final long ROWS_BETWEEN_NEWS = 1000;

    /** Opens the files for the rows of a dataset. */
    public interface Sinks {
        <R> CsvSink<R> csv(Dataset<R> dataset);

        /** The same rows in other formats; none, unless the night was asked for some. */
        default <R> Twins<R> twins(Dataset<R> dataset) {
            return Twins.none();
        }
    }

    private final ResultTables results;
    private final Progress progress;

    public SortedFiles(ResultTables results, Progress progress) {
        this.results = results;
        this.progress = progress;
    }

    /** Returns how many rows are set aside, by code: of all the rows these are the longest to read, and are read once. */
    public Map<QuarantineCode, Long> write(int exportId, Sinks sinks) {
        write(sinks, Datasets.CAPTURES, rows -> results.captures().forEach(exportId, rows));
        write(sinks, Datasets.SCANS, rows -> results.scans().forEach(exportId, rows));
        write(sinks, Datasets.BREAKS, rows -> results.breaks().forEach(exportId, rows));
        Map<QuarantineCode, Long> setAside = new EnumMap<>(QuarantineCode.class);
        write(
                sinks,
                Datasets.QUARANTINE,
                rows -> results.quarantine().forEach(exportId, row -> {
                    setAside.merge(row.code(), 1L, Long::sum);
                    rows.accept(row);
                }));
        write(
                sinks,
                Datasets.UNKNOWN_PRODUCTS,
                rows -> results.unknownProducts().forEach(exportId, rows));
        return setAside;
    }

    private <R> void write(Sinks sinks, Dataset<R> dataset, Consumer<Consumer<R>> rows) {
        try (CsvSink<R> file = sinks.csv(dataset);
                Twins<R> twins = sinks.twins(dataset)) {
            rows.accept(row -> {
                file.write(row);
                twins.write(row);
                if (file.rows() % ROWS_BETWEEN_NEWS == 0) {
                    progress.items(dataset.name(), file.rows(), 0);
                }
            });
            progress.items(dataset.name(), file.rows(), 0);
        }
    }
}
