package io.shelftally.job.nightly;

import io.shelftally.matching.reconciliation.Break;
import io.shelftally.publication.report.ListedBreak;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the oldest open ones of breaks that come in the order of breaks.csv; never more than it was made for. */
final class OldestBreaks {

    private final int most;
    private final PriorityQueue<ListedBreak> youngestFirst = new PriorityQueue<>(ListedBreak.OLDEST_FIRST.reversed());
    private long rows;

    OldestBreaks(int most) {
        this.most = most;
    }

    void add(Break one) {
        rows++;
        if (one.closedOn() == null) {
            youngestFirst.add(new ListedBreak(rows, one));
        }
        if (youngestFirst.size() > most) {
            youngestFirst.remove();
        }
    }

    /** The oldest first. */
    List<ListedBreak> list() {
        return youngestFirst.stream().sorted(ListedBreak.OLDEST_FIRST).toList();
    }
}
