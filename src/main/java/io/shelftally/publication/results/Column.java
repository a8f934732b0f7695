package io.shelftally.publication.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a dataset: the CSV, the descriptor, the table and the data dictionary are all made from it.
 *
 * @param required whether a cell is never empty
 * @param description one sentence for analysts
 * @param values the values that it may have; empty if any
 * @param value a row's cell of the Java type that {@link ColumnType} names; null is an empty cell
 * @param parts what of the row the cell follows from alone, so that rows with an equal part have an equal cell, the largest part
 *     first; null of a row that has no such part; empty if it is all of any row
 */
public record Column<R>(
        String name,
        ColumnType type,
        boolean required,
        String description,
        List<String> values,
        Function<R, @Nullable Object> value,
        List<Function<R, ? extends @Nullable Object>> parts) {

    public Column(
            String name,
            ColumnType type,
            boolean required,
            String description,
            List<String> values,
            Function<R, @Nullable Object> value) {
        this(name, type, required, description, values, value, List.of());
    }

    /** This column of a part of other rows. */
    <O> Column<O> of(Function<O, R> some) {
        return new Column<>(
                name, type, required, description, values, row -> value.apply(some.apply(row)), List.of(some));
    }

    /** This column, whose cells follow from a larger part too; null of a row that does not have it. */
    Column<R> within(Function<R, ? extends @Nullable Object> larger) {
        List<Function<R, ? extends @Nullable Object>> all = new ArrayList<>(parts);
        all.add(0, larger);
        return new Column<>(name, type, required, description, values, value, List.copyOf(all));
    }
}
