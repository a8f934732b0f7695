package io.shelftally.publication.tables;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A published version of a night.
 *
 * @param exportId names its rows in the database
 * @param version the number of its directory, from 1
 */
public record ExportVersion(int exportId, LocalDate businessDate, int version, Path outDir) {

    public ExportVersion {
        if (version < 1) {
            throw new IllegalArgumentException("a version is 1 or more, not " + version);
        }
    }
}
