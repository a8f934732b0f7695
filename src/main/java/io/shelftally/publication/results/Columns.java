package io.shelftally.publication.results;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shorthand for the columns of a dataset. */
final class Columns {

    private Columns() {}

    static <R> Column<R> required(
            String name, ColumnType type, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, type, true, description, List.of(), value);
    }

    static <R> Column<R> optional(
            String name, ColumnType type, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, type, false, description, List.of(), value);
    }

    /** A text that may be missing; the empty text is none. */
    static <R> Column<R> text(String name, String description, Function<R, @Nullable String> value) {
        return optional(name, ColumnType.TEXT, description, row -> emptyAsNull(value.apply(row)));
    }

    /** A column that follows from a part of the row alone. */
    static <R, P> Column<R> of(Function<R, P> part, Column<P> column) {
        return column.of(part);
    }

    static <R, E extends Enum<E>> Column<R> required(
            String name, List<E> values, String description, Function<R, E> value) {
        return new Column<>(
                name,
                ColumnType.TEXT,
                true,
                description,
                names(values),
                row -> value.apply(row).name());
    }

    static <R, E extends Enum<E>> Column<R> optional(
            String name, List<E> values, String description, Function<R, Optional<E>> value) {
        return new Column<>(
                name,
                ColumnType.TEXT,
                false,
                description,
                names(values),
                row -> value.apply(row).map(Enum::name).orElse(null));
    }

    /** The distinct texts, sorted and joined by {@code |}; null if there are none. */
    static <T> @Nullable String joined(Collection<T> items, Function<T, String> text) {
        return switch (items.size()) {
            case 0 -> null;
            case 1 -> text.apply(items.iterator().next());
            default -> items.stream().map(text).distinct().sorted().collect(Collectors.joining("|"));
        };
    }

    private static <E extends Enum<E>> List<String> names(List<E> values) {
        return values.stream().map(Enum::name).toList();
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static <E extends Enum<E>> List<E> all(Class<E> type) {
        return Arrays.asList(type.getEnumConstants());
    }
}
