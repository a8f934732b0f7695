package io.shelftally.publication.tables;

import io.shelftally.publication.results.ReconciledRow;
import java.util.UUID;

/** A row of reconciled_item_row under its number, and where the words of its product are. */
record ItemRow(long id, UUID textId, ReconciledRow row) {}
