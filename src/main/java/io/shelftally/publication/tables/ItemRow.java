package io.shelftally.publication.tables;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of reconciled_item_row.
 *
 * @param textId where the words of the product are
 * @param cells the others, as {@link ItemRows#CELLS} computes them
 */
record ItemRow(long id, UUID textId, List<@Nullable Object> cells) {}
