package io.shelftally.job.nightly;

import io.shelftally.job.derivation.ReadLists;

/** How much the reports of a night say, counted while they are read. */
final class ReadReports {

    private long reports;
    private long tellingSeen;
    private long listingAny;
    private long lines;
    private long identified;

    void add(ReadLists lists) {
        reports++;
        tellingSeen += lists.tellsSeen() ? 1 : 0;
        listingAny += lists.listsAny() ? 1 : 0;
        lines += lists.lines();
        identified += lists.identified();
    }

    long reports() {
        return reports;
    }

    /** Those that have a list that tells what was seen. */
    long tellingSeen() {
        return tellingSeen;
    }

    /** Those in which that list has a line, readable or not. */
    long listingAny() {
        return listingAny;
    }

    /** Of all lists. */
    long lines() {
        return lines;
    }

    /** The lines that have an identifier. */
    long identified() {
        return identified;
    }
}
