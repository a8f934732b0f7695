package io.shelftally.publication.verification;

/**
 * Something that is wrong with an export.
 *
 * @param line from 1; 0 if it is about the whole file
 * @param problem without a stop at its end
 * @param remedy likewise
 */
public record Finding(Part part, String file, long line, String problem, String remedy) {

    /** The part of the check that saw it. */
    public enum Part {
        /** Which files are there. */
        FILES,
        /** The bytes, against {@code SHA256SUMS}: what {@code sha256sum -c} sees too. */
        CHECKSUMS,
        /** {@code _SUCCESS}, which is written last. */
        SUCCESS,
        /** The descriptor, and what it says of bytes, hashes and headers. */
        DESCRIPTOR,
        /** CSV syntax and cells. */
        ROWS,
        /** Order, primary and foreign keys. */
        KEYS,
        /** Rows against {@code summary.json}, and the counts of a scan against its rows. */
        SUMS
    }

    /** In one line. */
    public String text() {
        return file + (line > 0 ? ", line " + line : "") + ": " + problem + ". " + remedy + ".";
    }
}
