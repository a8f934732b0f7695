package io.shelftally.publication.twins;

import io.shelftally.publication.results.Dataset;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A format in which a CSV file can be published once more, beside it. */
public enum Twin {
    /** Columns with types, for DuckDB, pandas and what else reads Apache Parquet. */
    PARQUET,
    /** A spreadsheet whose ids and GTINs are text. */
    XLSX;

    /** Those in which every dataset is published; the others are of the reconciled items alone. */
    public static Set<Twin> ofEveryDataset(Set<Twin> formats) {
        return formats.stream().filter(format -> format == PARQUET).collect(Collectors.toUnmodifiableSet());
    }

    /** Such as {@code reconciled_items.parquet}. */
    public String fileName(Dataset<?> dataset) {
        return dataset.name() + "." + name().toLowerCase(Locale.ROOT);
    }
}
