package io.shelftally.publication.tables;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row of reconciled_item_row holds besides its number, which rows that are alike have in common; for one thread. */
final class ItemCells {

    private final UUID textId;
    private final @Nullable Object[] cells;
    private byte @Nullable [] copied;

    /** @param textId where the words of the product are */
    ItemCells(UUID textId, @Nullable Object[] cells) {
        this.textId = textId;
        this.cells = cells;
    }

    UUID textId() {
        return textId;
    }

    @Nullable
    Object[] cells() {
        return cells;
    }

    /** All of it for PostgreSQL's COPY. */
    byte[] copied() {
        if (copied == null) {
            CopiedRows row = new CopiedRows();
            row.cell(textId);
            for (Object cell : cells) {
                row.cell(cell);
            }
            copied = row.toCells();
        }
        return copied;
    }
}
