package io.shelftally.publication.report;

import java.util.List;

/**
 * A night as its page shows it.
 *
 * @param open the oldest open breaks, the oldest first; all of them where they are few
 * @param before the published nights before it, the latest first, as they are shown when the page is made
 * @param shared who collected it
 */
public record ReportedNight(
        Summary summary, List<ListedBreak> open, NightCounts tonight, List<NightCounts> before, SharedWork shared) {

    /** So many open breaks are listed, and so many nights compared. */
    public static final int BREAKS = 30;

    public static final int NIGHTS = 7;

    public ReportedNight {
        open = List.copyOf(open);
        before = List.copyOf(before);
        if (open.size() > summary.breaks().open()) {
            throw new IllegalArgumentException(
                    open.size() + " open breaks listed of " + summary.breaks().open());
        }
    }
}
