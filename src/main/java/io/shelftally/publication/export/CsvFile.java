package io.shelftally.publication.export;

import io.shelftally.publication.results.Dataset;

/**
 * A dataset's file as it was written.
 *
 * @param rows the header left out
 * @param sha256 of the bytes, 64 hex digits
 */
public record CsvFile(Dataset<?> dataset, long rows, long bytes, String sha256) {
    /** The name of the file, which is the dataset's with {@code .csv}. */
    public String name() {
        return dataset.name() + ".csv";
    }
}
