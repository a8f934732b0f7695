package io.shelftally.publication.verification;

import java.io.Serial;

/** Bytes that are no CSV as exports are written; the rest of the file cannot be read. */
final class CsvFault extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String problem;

    CsvFault(long line, String problem) {
        super(problem);
        this.line = line;
        this.problem = problem;
    }

    long line() {
        return line;
    }

    String problem() {
        return problem;
    }
}
