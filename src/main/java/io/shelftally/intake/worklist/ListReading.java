package io.shelftally.intake.worklist;

import io.shelftally.intake.quarantine.QuarantineRow;
import java.util.List;
import java.util.Optional;

/**
 * A list after its rows were judged.
 *
 * @param entries in the order of the input, each once
 * @param quarantine in the order of the input
 * @param source empty if the list was read from nowhere
 */
record ListReading<E>(List<E> entries, List<QuarantineRow> quarantine, Optional<InputSource> source) {

    static <E> ListReading<E> none() {
        return new ListReading<>(List.of(), List.of(), Optional.empty());
    }
}
