package io.shelftally.publication.tables;

import io.shelftally.matching.reconciliation.ReconciledItem;
import io.shelftally.publication.results.ReconciledRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The numbers of rows. What the reports say of a product comes again scan after scan just as it was: it is stored once, under one
 * number. Rows with captures are not looked for, because no other scan has the same ones.
 */
final class KnownRows {

    /** More products than a store sells, each in several states; 50 MB where each has words of its own. With one more it begins anew. */
    private static final int MOST = 60_000;

    private final ItemRows items;
    private final ProductTexts texts;
    private final Map<ReconciledItem, Long> known = new HashMap<>();
    private final List<ItemRow> fresh = new ArrayList<>();
    private long nextId;

    /** @param texts what takes the words of each new product */
    KnownRows(JdbcOperations jdbc, ProductTexts texts) {
        this.items = new ItemRows(jdbc);
        this.texts = texts;
    }

    /** From now on new rows are numbered from here. */
    void numberFrom(long rowId) {
        nextId = rowId;
    }

    /** The number of the row, which is in the table after the next {@link #writeNew()} at the latest. */
    long idOf(ReconciledRow row) {
        if (row.item().captured()) {
            return add(row);
        }
        Long id = known.get(row.item());
        return id == null ? keep(row) : id;
    }

    /** How many are to be written. */
    int waiting() {
        return fresh.size();
    }

    /** Within the caller's transaction; if that fails, this object must not be used any more. */
    void writeNew() {
        texts.writeNew();
        items.insert(fresh);
        fresh.clear();
    }

    private long keep(ReconciledRow row) {
        if (known.size() == MOST) {
            known.clear();
        }
        long id = add(row);
        known.put(row.item(), id);
        return id;
    }

    private long add(ReconciledRow row) {
        fresh.add(new ItemRow(nextId, texts.idOf(row.item().text()), ItemRows.CELLS.of(row)));
        return nextId++;
    }
}
