package io.shelftally.intake.worklist;

import io.shelftally.intake.rows.TextRow;
import java.util.List;
import java.util.Optional;

/** What a list may hold, and what a good row of it stands for. */
interface ListRules<E> {

    /** {@code captures} or {@code scans}. */
    String list();

    /** The first is the id, and required. */
    List<String> columns();

    /** The first rule of a value that the row breaks, the id's before the others'. */
    Optional<Refusal> refusal(TextRow row);

    /** The row's own id in its plain form, if it is good. */
    Optional<String> id(TextRow row);

    /** What a row without a refusal asks for. */
    E entry(TextRow row);
}
