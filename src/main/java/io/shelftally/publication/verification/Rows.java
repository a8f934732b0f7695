package io.shelftally.publication.verification;

import java.util.List;

/** Takes the rows of a table, each with as many cells as the table has columns. */
@FunctionalInterface
interface Rows {

    void row(long line, List<String> cells);
}
