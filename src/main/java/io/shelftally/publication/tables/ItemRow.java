package io.shelftally.publication.tables;

/** A row of reconciled_item_row under its number. */
record ItemRow(long id, ItemCells cells) {}
