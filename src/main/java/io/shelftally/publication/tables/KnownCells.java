package io.shelftally.publication.tables;

import io.shelftally.matching.reconciliation.ReconciledItem;
import io.shelftally.publication.results.ReconciledRow;
import java.util.HashMap;
import java.util.Map;

/** The cells of rows, made once for products without captures, because these come again just as they were. */
final class KnownCells {

    /** More products than a store sells, and about 10 MB. With one more it begins anew. */
    private static final int MOST = 30_000;

    private final ProductTexts texts;
    private final Map<ReconciledItem, ItemCells> known = new HashMap<>();

    /** @param texts what takes the words of each new product */
    KnownCells(ProductTexts texts) {
        this.texts = texts;
    }

    ItemCells of(ReconciledRow row) {
        if (row.item().captured()) {
            return read(row);
        }
        ItemCells cells = known.get(row.item());
        return cells == null ? keep(row) : cells;
    }

    private ItemCells keep(ReconciledRow row) {
        if (known.size() == MOST) {
            known.clear();
        }
        ItemCells cells = read(row);
        known.put(row.item(), cells);
        return cells;
    }

    private ItemCells read(ReconciledRow row) {
        return new ItemCells(texts.idOf(row.item().text()), ItemRows.CELLS.of(row));
    }
}
