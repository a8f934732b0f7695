package io.shelftally.operations.review;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import java.time.LocalDate;

/** What was decided about a row. */
record Decided(LocalDate businessDate, ReviewedRow row) implements Answer {

    @Override
    public String text(Style style) {
        String place = row.source() + ", " + row.position() + " of " + businessDate;
        return row.mended() == null
                ? style.good("discarded") + ": " + place + "; quarantine.csv keeps it\n"
                : style.good("mended") + ": " + place + " is now " + row.mended()
                        + "\nIt takes part when the date is run again: jobs/nightly --date " + businessDate + " ...\n";
    }
}
