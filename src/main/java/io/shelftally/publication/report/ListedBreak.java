package io.shelftally.publication.report;

import io.shelftally.matching.reconciliation.Break;
import java.util.Comparator;

/**
 * An open break, and where it stands in breaks.csv.
 *
 * @param row from 1, the header not counted
 */
public record ListedBreak(long row, Break found) {

    public static final Comparator<ListedBreak> OLDEST_FIRST = Comparator.comparing(
                    (ListedBreak one) -> one.found().openedOn())
            .thenComparing(one -> -one.found().nights())
            .thenComparing(ListedBreak::row);
}
