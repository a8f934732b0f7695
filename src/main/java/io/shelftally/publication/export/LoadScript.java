package io.shelftally.publication.export;

import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.ColumnType;
import io.shelftally.publication.results.Dataset;
import java.util.List;
import java.util.stream.Collectors;

/** A script by which DuckDB reads the CSV files of a folder, each as a view, with the type of every column said and none guessed. */
public final class LoadScript {

    private static final String HEAD = """
            -- Makes a view of each CSV file beside this script. Start DuckDB in this folder, then: .read load.sql
            -- An empty cell is NULL; a GTIN is text. Times are kept to the microsecond.
            """;

    /** The longest line by default is 2 MiB, and a cell of the quarantine may be longer. */
    private static final String VIEW = """

            CREATE OR REPLACE VIEW "NAME" AS
            SELECT * FROM read_csv('NAME.csv',
                auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
                max_line_size = 67108864, columns = {
            COLUMNS});
            """;

    private LoadScript() {}

    /** The text of {@code load.sql}. */
    public static String of(List<? extends Dataset<?>> datasets) {
        return datasets.stream().map(LoadScript::view).collect(Collectors.joining("", HEAD, ""));
    }

    private static String view(Dataset<?> dataset) {
        return VIEW.replace("NAME", dataset.name())
                .replace(
                        "COLUMNS",
                        dataset.columns().stream().map(LoadScript::column).collect(Collectors.joining(",\n")));
    }

    private static String column(Column<?> column) {
        return "    '" + column.name() + "': '" + type(column.type()) + "'";
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case INSTANT -> "TIMESTAMPTZ";
        };
    }
}
