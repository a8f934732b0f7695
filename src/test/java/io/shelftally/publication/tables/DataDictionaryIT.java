package io.shelftally.publication.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.ColumnType;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.results.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/data-dictionary.md against the datasets, and the datasets against the views. */
class DataDictionaryIT {

    private static final Path DOCUMENT = Path.of("docs", "data-dictionary.md");

    private static final Map<ColumnType, Set<String>> SQL_TYPES = Map.of(
            ColumnType.TEXT, Set.of("CHARACTER VARYING", "CHARACTER LARGE OBJECT", "TEXT"),
            ColumnType.INTEGER, Set.of("INTEGER", "BIGINT"),
            ColumnType.BOOLEAN, Set.of("BOOLEAN"),
            ColumnType.DATE, Set.of("DATE"),
            ColumnType.INSTANT, Set.of("TIMESTAMP WITH TIME ZONE"));

    private final ResultsDatabase database = new ResultsDatabase();

    @Test
    void everyDatasetIsInTheDictionary() throws IOException {
        String document = Files.readString(DOCUMENT, UTF_8);

        for (Dataset<?> dataset : Datasets.ALL) {
            String entry = entry(dataset);

            assertThat(document.contains(entry))
                    .as(
                            "the entry of %s in %s is missing or out of date: make it%n%n%s",
                            dataset.name(), DOCUMENT, entry)
                    .isTrue();
        }
    }

    @Test
    void everyViewHasTheColumnsOfItsDataset() {
        for (Dataset<?> dataset : Datasets.ALL) {
            assertThat(columns(view(dataset)))
                    .as(
                            "the view %s must have the columns of %s: change it in a new migration",
                            view(dataset), dataset.name())
                    .isEqualTo(viewColumns(dataset));
        }
    }

    @Test
    void everyColumnOfAViewHasAFittingType() {
        for (Dataset<?> dataset : Datasets.ALL) {
            for (Column<?> column : dataset.columns()) {
                assertThat(type(view(dataset), column.name()))
                        .as("the type of %s in the view %s: change it in a new migration", column.name(), view(dataset))
                        .isIn(SQL_TYPES.get(column.type()));
            }
        }
    }

    @Test
    void everyTableBehindTheViewsIsInTheDictionary() throws IOException {
        List<String> told = Documents.section(DOCUMENT, "The tables behind the views");

        for (String table : tables()) {
            String end = " Columns: `" + String.join("`, `", columns(table)) + "`.";

            assertThat(entry(told, table))
                    .as("%s must have a heading \"### `%s`\", then what it holds, then \"%s\"", DOCUMENT, table, end)
                    .endsWith(end)
                    .doesNotStartWith(end.strip());
        }
    }

    /** What stands below the heading of a table, in one line; empty without a heading. */
    private static String entry(List<String> section, String table) {
        return section.stream()
                .dropWhile(line -> !line.equals("### `" + table + "`"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("###"))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String view(Dataset<?> dataset) {
        return switch (dataset.name()) {
            case "breaks" -> "break_item";
            case "quarantine" -> "quarantine";
            default -> dataset.name().replaceFirst("s$", "");
        };
    }

    private static String entry(Dataset<?> dataset) {
        String head = String.format(
                Locale.ROOT,
                """
                ## `%s.csv`, view `%s`

                %s
                Key: %s.

                | Column | Type | Empty | Meaning | Values |
                |---|---|---|---|---|
                """,
                dataset.name(),
                view(dataset),
                dataset.description(),
                dataset.key().stream().map(DataDictionaryIT::code).collect(Collectors.joining(", ")));
        return head + dataset.columns().stream().map(DataDictionaryIT::line).collect(Collectors.joining());
    }

    private static String line(Column<?> column) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s | %s |\n",
                column.name(),
                column.type().name().toLowerCase(Locale.ROOT),
                column.required() ? "never" : "possible",
                column.description().replace("|", "\\|"),
                column.values().stream().map(DataDictionaryIT::code).collect(Collectors.joining(", ")));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static List<String> viewColumns(Dataset<?> dataset) {
        List<String> names =
                new ArrayList<>(dataset.columns().stream().map(Column::name).toList());
        if (!names.contains("business_date")) {
            names.add(0, "business_date");
        }
        return names;
    }

    private List<String> columns(String table) {
        return lower(database.jdbc.queryForList("""
                        SELECT column_name FROM information_schema.columns
                        WHERE table_name IN (?, ?) ORDER BY ordinal_position
                        """, String.class, table, table.toUpperCase(Locale.ROOT)));
    }

    private String type(String table, String column) {
        return database.jdbc
                .queryForList(
                        """
                        SELECT data_type FROM information_schema.columns
                        WHERE table_name IN (?, ?) AND column_name IN (?, ?)
                        """,
                        String.class,
                        table,
                        table.toUpperCase(Locale.ROOT),
                        column,
                        column.toUpperCase(Locale.ROOT))
                .get(0)
                .toUpperCase(Locale.ROOT);
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** Those that belong to an export, and what they refer to. */
    private List<String> tables() {
        return Stream.of("export_id", "row_id", "text_id")
                .flatMap(column ->
                        lower(database.jdbc.queryForList("""
                                SELECT t.table_name FROM information_schema.tables t
                                JOIN information_schema.columns c ON c.table_name = t.table_name
                                WHERE t.table_type = 'BASE TABLE' AND t.table_schema IN ('PUBLIC', 'public')
                                    AND c.column_name IN (?, ?)
                                """, String.class, column, column.toUpperCase(Locale.ROOT)))
                                .stream())
                .distinct()
                .sorted()
                .toList();
    }
}
