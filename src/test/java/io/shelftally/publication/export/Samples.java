package io.shelftally.publication.export;

import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.ColumnType;
import io.shelftally.publication.results.Dataset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small datasets: one of each type of column, and one of texts alone. */
public final class Samples {
    public static final Dataset<Parent> PARENTS = new Dataset<>(
            "scans",
            "Scans.",
            List.of(
                    column("scan_id", ColumnType.INTEGER, true, List.of(), Parent::id),
                    column("outcome", ColumnType.TEXT, true, List.of("REPORTED", "FAILED"), Parent::outcome),
                    column("done", ColumnType.BOOLEAN, false, List.of(), Parent::done),
                    column("day", ColumnType.DATE, false, List.of(), Parent::day),
                    column("at", ColumnType.INSTANT, false, List.of(), Parent::at)),
            List.of("scan_id"));

    public static final Dataset<Child> CHILDREN = new Dataset<>(
            "reconciled_items",
            "Items of scans.",
            List.of(
                    column("scan_id", ColumnType.INTEGER, true, List.of(), Child::scanId),
                    column("gtin", ColumnType.TEXT, true, List.of(), Child::gtin),
                    column("name", ColumnType.TEXT, false, List.of(), Child::name)),
            List.of("scan_id", "gtin"));

    public static final Dataset<List<@Nullable String>> TEXTS = new Dataset<>(
            "texts",
            "Texts.",
            List.of(
                    column("first", ColumnType.TEXT, false, List.of(), row -> row.get(0)),
                    column("second", ColumnType.TEXT, false, List.of(), row -> row.get(1))),
            List.of("first"));

    public static final ForeignKey CHILD_TO_PARENT = new ForeignKey("reconciled_items", "scan_id", "scans", "scan_id");

    private Samples() {}

    public record Parent(
            long id,
            String outcome,
            @Nullable Boolean done,
            @Nullable LocalDate day,
            @Nullable Instant at) {}

    public record Child(long scanId, String gtin, @Nullable String name) {}

    private static <R> Column<R> column(
            String name, ColumnType type, boolean required, List<String> values, Function<R, @Nullable Object> value) {
        return new Column<>(name, type, required, "About " + name + ".", values, value);
    }
}
