package io.shelftally.publication.twins;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import io.shelftally.publication.export.LoadScript;
import io.shelftally.publication.results.Column;
import io.shelftally.publication.results.Dataset;
import io.shelftally.publication.results.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of docs/analysts.md, run over the export of the demo, which is sample-data/expected. */
class AnalystsPageTests {

    private static final Path PAGE = Path.of("docs", "analysts.md");
    private static final Path EXPECTED = Path.of("sample-data", "expected");
    private static final Pattern EXAMPLE = Pattern.compile("```sql\n(.*?)```\n(?:\n```\n(.*?)```\n)?", Pattern.DOTALL);

    private static final Pattern READ = Pattern.compile("^\\.read (.*)$", Pattern.MULTILINE);

    @TempDir
    Path out;

    @Test
    void everyExampleGivesTheAnswerThatThePagePrints() throws Exception {
        layOutTheExport();
        List<String> answers = new ArrayList<>();
        List<String> printed = new ArrayList<>();

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (MatchResult example : examples()) {
                printed.add(String.valueOf(example.group(2)));
                answers.add(answer(statement, sql(example.group(1))));
            }
        }

        assertThat(answers).hasSizeGreaterThan(7).isEqualTo(printed);
    }

    /** As the command line of DuckDB takes it: {@code .read} stands for what the file holds. */
    private String sql(String example) throws IOException {
        String sql = example.replace("var/demo/out", out.toRealPath().toString());
        for (MatchResult read : READ.matcher(sql).results().toList()) {
            sql = sql.replace(read.group(), Files.readString(Path.of(read.group(1))));
        }
        return sql;
    }

    private static List<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
    }

    /** As a table; "null" if the last statement of the block gives no rows. */
    private static String answer(Statement statement, String sql) throws SQLException {
        if (!statement.execute(sql)) {
            return "null";
        }
        try (ResultSet result = statement.getResultSet()) {
            return result == null ? "null" : table(result);
        }
    }

    private static String table(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<String> names = new ArrayList<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            names.add(columns.getColumnName(at));
        }
        TextTable table = new TextTable(names.toArray(String[]::new));
        for (int at = 1; at <= names.size(); at++) {
            if (Set.of(Types.INTEGER, Types.BIGINT, Types.DOUBLE).contains(columns.getColumnType(at))) {
                table.numbers(at - 1);
            }
        }
        while (result.next()) {
            List<String> cells = new ArrayList<>();
            for (int at = 1; at <= names.size(); at++) {
                cells.add(result.getString(at));
            }
            table.row(cells.toArray());
        }
        return table.text(Style.PLAIN);
    }

    private void layOutTheExport() throws IOException {
        for (String name : List.of("latest", "2026-11-21")) {
            Path folder = Files.createDirectories(out.resolve(name));
            for (Dataset<?> dataset : Datasets.ALL) {
                String file = dataset.name() + ".csv";
                Files.copy(EXPECTED.resolve(file), folder.resolve(file));
            }
        }
        Files.writeString(out.resolve("latest/load.sql"), LoadScript.of(Datasets.ALL));
        writeParquet(out.resolve("latest"));
    }

    private void writeParquet(Path folder) throws IOException {
        Path csv = EXPECTED.resolve("reconciled_items.csv");
        Dataset<NamedCsvRecord> cells = cellsOf(Datasets.RECONCILED_ITEMS);
        try (Twins<NamedCsvRecord> twins = new Twins<>(cells, Set.of(Twin.PARQUET), folder, out);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            rows.forEach(twins::write);
        }
    }

    /** The same dataset, its values read from the cells of the CSV, without the guard against formulas. */
    private static Dataset<NamedCsvRecord> cellsOf(Dataset<?> dataset) {
        return new Dataset<>(
                dataset.name(),
                dataset.description(),
                IntStream.range(0, dataset.columns().size())
                        .mapToObj(at -> cell(dataset.columns().get(at), at))
                        .toList(),
                dataset.key());
    }

    private static Column<NamedCsvRecord> cell(Column<?> column, int at) {
        return new Column<>(
                column.name(), column.type(), column.required(), column.description(), column.values(), row -> {
                    String cell = row.getField(at);
                    if (cell.isEmpty()) {
                        return null;
                    }
                    return switch (column.type()) {
                        case TEXT -> cell.startsWith("'") ? cell.substring(1) : cell;
                        case INSTANT -> cell;
                        case INTEGER -> Long.valueOf(cell);
                        case BOOLEAN -> Boolean.valueOf(cell);
                        case DATE -> LocalDate.parse(cell);
                    };
                });
    }
}
