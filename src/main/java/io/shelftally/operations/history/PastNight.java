package io.shelftally.operations.history;

import java.time.LocalDate;

/**
 * A published night.
 *
 * @param version the one that is shown
 * @param rows of reconciled_items.csv
 * @param openBreaks at its end
 * @param carriedCaptures that go on to the next night, by its latest run; so are the scans
 */
record PastNight(
        LocalDate businessDate, int version, long rows, long openBreaks, long carriedCaptures, long carriedScans) {}
