package io.shelftally.intake.rows;

import java.util.List;
import java.util.function.Consumer;

/** A list that can be read once, from its first row to its last. */
public interface RowSource {

    /**
     * Hands on every row in order, blank ones left out.
     *
     * @param columns the known ones in lower case; the first is required, the others may be absent
     * @return the SHA-256 of what was read, 64 hex digits
     * @throws UnreadableRowsException if the list cannot be read to its end, or has no usable header
     */
    String read(List<String> columns, Consumer<TextRow> rows);
}
