package io.shelftally.intake.worklist;

/**
 * What a list was read from.
 *
 * @param source such as {@code captures.csv} or {@code sql:captures}
 * @param location the file's path as given, or the query
 * @param sha256 of the file's bytes, or of the rows as read; 64 hex digits
 * @param rows the data rows, blank ones left out
 * @param duplicates the rows that repeated another one
 * @param quarantined the rows set aside
 * @param header the names of the columns that are read, at their places in a CSV line; empty without rows
 */
public record InputSource(
        String source, String location, String sha256, int rows, int duplicates, int quarantined, String header) {

    /** The same, with its columns. */
    public InputSource withHeader(String columns) {
        return new InputSource(source, location, sha256, rows, duplicates, quarantined, columns);
    }
}
