package io.shelftally.publication.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The tables of tools in docs/analysts.md: each row's call is made, over the file that the page prints, and gives what the
 * row's cells say. A row whose tool this machine has not, or in another version, is skipped.
 */
class ToolsTableTests {

    private static final Path PAGE = Path.of("docs", "analysts.md");
    private static final String HEAD =
            "| tool | call | `gtin` | `section` | `brand` | `scan_id` | `seen` | empty `seen` | `created` | `product_name` | no rows |";

    /** What no build can have at its side. */
    private static final Set<String> BY_HAND = Set.of("Spark");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyCallGivesWhatItsRowSays() throws IOException {
        return rows().map(row -> DynamicTest.dynamicTest(row.get(0) + ": " + row.get(1), () -> check(row)));
    }

    @Test
    void theFileThatThePagePrintsIsWhatTheProductWrites() throws IOException {
        Probe.write(folder);

        assertThat(Files.readString(PAGE))
                .contains("```csv\n"
                        + Files.readString(folder.resolve("probe.csv")).replace("\r\n", "\n") + "```");
    }

    @Test
    void aGuessLosesTheZerosOfAGtinThatComesLate() throws Exception {
        Path late = folder.resolve("late.csv");
        Files.writeString(
                late,
                IntStream.range(0, 30_000)
                        .mapToObj(at -> 10_000_000_000_000L + at + ",\r\n")
                        .collect(Collectors.joining("", "gtin,facings\r\n", "00012000042737,4\r\n")));

        assertThat(DuckDb.rows(String.format(Locale.ROOT, "SELECT min(gtin) FROM read_csv('%s')", late)))
                .containsExactly("12000042737");
        assertThat(DuckDb.rows(String.format(
                        Locale.ROOT, "SELECT min(gtin) FROM read_csv('%s', types = {gtin: VARCHAR})", late)))
                .containsExactly("00012000042737");
    }

    @Test
    void aColumnThatIsEmptyAllNightCannotBeSummedByGuess() throws Exception {
        Probe.write(folder);
        String probe = folder.resolve("probe").toString();

        assertThatThrownBy(() -> DuckDb.rows(String.format(Locale.ROOT, "SELECT sum(facings) FROM '%s.csv'", probe)))
                .hasMessageContaining("sum(VARCHAR)");
        assertThat(DuckDb.rows(String.format(Locale.ROOT, "SELECT sum(facings) FROM '%s.parquet'", probe)))
                .containsExactly("null");
        assertThat(DuckDb.rows(String.format(
                        Locale.ROOT, "SELECT sum(facings) FROM read_csv('%s.csv', types = {facings: BIGINT})", probe)))
                .containsExactly("null");
    }

    private void check(List<String> row) throws Exception {
        String name = row.get(0).replaceAll(" [0-9][0-9.]*$", "");
        Assumptions.assumeFalse(BY_HAND.contains(name), name + " was tried by hand");
        Tool tool = Tool.named(name).orElseThrow(() -> new AssertionError("no such tool in Tool: " + name));
        tool.assumeVersion(row.get(0).substring(name.length() + 1), folder);

        assertThat(seen(tool, row.get(1).replaceAll("[`]|^\\*\\*|\\*\\*$", ""))).isEqualTo(row.subList(2, row.size()));
    }

    private List<String> seen(Tool tool, String call) throws Exception {
        JsonNode probe = tool.rows(call, fresh("probe"));
        JsonNode first = probe.path(0);
        return List.of(
                code(first.path("gtin")),
                code(first.path("section")),
                code(first.path("brand")),
                code(first.path("scan_id")),
                code(first.path("seen")),
                code(probe.path(1).path("seen")),
                created(first.path("created")),
                productName(first.path("product_name")),
                withoutRows(tool, call.replace("probe", "header")));
    }

    private String withoutRows(Tool tool, String call) throws Exception {
        try {
            return String.valueOf(tool.rows(call, fresh("header")).size());
        } catch (Tool.ToolFailed e) {
            return "fails";
        }
    }

    private Path fresh(String name) throws IOException {
        Path fresh = Files.createTempDirectory(folder, name);
        Files.createDirectory(fresh.resolve("out"));
        Probe.write(fresh);
        return fresh;
    }

    /** Text in quotes, numbers and true bare; what is missing is null. */
    private static String code(JsonNode value) {
        return "`"
                + (value.isMissingNode()
                        ? "null"
                        : value.isNumber() ? value.decimalValue().toPlainString() : value) + "`";
    }

    private static String created(JsonNode value) {
        return value.toString().equals("\"2026-11-21T20:00:00.5Z\"") ? "text" : "time";
    }

    private static String productName(JsonNode value) {
        String read = value.asString();
        if (read.equals(Probe.TEXT)) {
            return "kept";
        }
        return read.equals(Probe.TEXT.strip()) ? "trimmed" : "`" + value + "`";
    }

    private static Stream<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean inTable = false;
        for (String line : Files.readAllLines(PAGE)) {
            boolean isRow = line.startsWith("| ") && inTable;
            if (isRow) {
                rows.add(Arrays.stream(line.substring(2, line.length() - 2).split(" \\| "))
                        .toList());
            }
            inTable = line.equals(HEAD) || isRow || (inTable && line.startsWith("|--"));
        }
        return rows.stream();
    }
}
