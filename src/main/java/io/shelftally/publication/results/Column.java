package io.shelftally.publication.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a dataset: the CSV, the descriptor, the table and the data dictionary are all made from it.
 *
 * @param required whether a cell is never empty
 * @param description one sentence for analysts
 * @param values the values that it may have; empty if any
 * @param value a row's cell of the Java type that {@link ColumnType} names; null is an empty cell
 * @param part what of the row the cell follows from alone, so that rows with an equal part have an equal cell; empty if it is all
 */
public record Column<R>(
        String name,
        ColumnType type,
        boolean required,
        String description,
        List<String> values,
        Function<R, @Nullable Object> value,
        Optional<Function<R, ?>> part) {

    public Column(
            String name,
            ColumnType type,
            boolean required,
            String description,
            List<String> values,
            Function<R, @Nullable Object> value) {
        this(name, type, required, description, values, value, Optional.empty());
    }

    /** This column of a part of other rows. */
    <O> Column<O> of(Function<O, R> some) {
        return new Column<>(
                name, type, required, description, values, row -> value.apply(some.apply(row)), Optional.of(some));
    }
}
