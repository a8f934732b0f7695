package io.shelftally.publication.report;

import io.shelftally.matching.reconciliation.Break;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the oldest open ones of breaks; never more than it was made for. */
public final class OldestBreaks {

    private final int most;
    private final PriorityQueue<ListedBreak> youngestFirst = new PriorityQueue<>(ListedBreak.OLDEST_FIRST.reversed());
    private long rows;

    public OldestBreaks(int most) {
        this.most = most;
    }

    /** The next row of breaks.csv, open or closed. */
    public void add(Break one) {
        rows++;
        if (one.closedOn() == null) {
            add(new ListedBreak(rows, one));
        }
    }

    public void add(ListedBreak open) {
        youngestFirst.add(open);
        if (youngestFirst.size() > most) {
            youngestFirst.remove();
        }
    }

    /** The oldest first. */
    public List<ListedBreak> list() {
        return youngestFirst.stream().sorted(ListedBreak.OLDEST_FIRST).toList();
    }
}
