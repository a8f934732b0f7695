package io.shelftally.publication.twins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that analysts read exports with, if this machine has it: on the {@code PATH}, and for Node in the one folder that
 * {@code NODE_PATH} names. All but DuckDB are processes of their own.
 */
enum Tool {
    DUCKDB("DuckDB", "echo 2.0.0.1"),
    PANDAS("pandas", "python3 -c 'import pandas; print(pandas.__version__)'"),
    POLARS("Polars for Node", npm("nodejs-polars"), "const pl = require('nodejs-polars')"),
    BASE_R("R, base", "Rscript --version", "base"),
    READR("R, readr", cran("readr"), "readr"),
    READXL("R, readxl", cran("readxl"), "readxl"),
    DATA_TABLE("R, data.table", cran("data.table"), "data.table"),
    MILLER("Miller", "mlr --version"),
    CSVKIT("csvkit", "csvjson --version"),
    SQLITE("SQLite", "sqlite3 --version"),
    CLICKHOUSE("ClickHouse (chdb)", npm("chdb"), "const sql = (text) => require('chdb').query(text, 'JSON')"),
    PAPA_PARSE("PapaParse", npm("papaparse"), "const Papa = require('papaparse')"),
    CSV_PARSE("csv-parse", npm("csv-parse"), "const {parse} = require('csv-parse/sync')"),
    D3("d3-dsv", npm("d3-dsv"), "const d3 = await load('d3-dsv')"),
    SHEETJS("SheetJS", npm("xlsx"), "const XLSX = require('xlsx')"),
    HYPARQUET(
            "hyparquet",
            npm("hyparquet"),
            "const {parquetReadObjects, asyncBufferFromFile} = await load('hyparquet'); const {gunzipSync} = require('zlib')"),
    LIBREOFFICE("LibreOffice", "soffice --version"),
    GNUMERIC("Gnumeric", "ssconvert --version");

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final long LONGEST_SECONDS = 120;

    private final String label;
    private final String versionCommand;
    private final String setup;

    Tool(String label, String versionCommand) {
        this(label, versionCommand, "");
    }

    Tool(String label, String versionCommand, String setup) {
        this.label = label;
        this.versionCommand = versionCommand;
        this.setup = setup;
    }

    private static String npm(String name) {
        return "cat \"${NODE_PATH:-/none}/" + name + "/package.json\"";
    }

    private static String cran(String name) {
        return "Rscript -e 'cat(as.character(packageVersion(\"" + name + "\")))'";
    }

    static Optional<Tool> named(String label) {
        return List.of(values()).stream()
                .filter(tool -> tool.label.equals(label))
                .findFirst();
    }

    /** What was tried is told of one version: another one, or none, is no test. */
    void assumeVersion(String version, Path folder) throws IOException, InterruptedException {
        Ran ran = run(versionCommand, folder);
        Assumptions.assumeTrue(ran.code == 0, label + " is not on this machine");
        Assumptions.assumeTrue(
                ran.out.contains(version),
                () -> "the page tells of " + label + " " + version + ", and here is another: "
                        + ran.out.lines().findFirst().orElse(""));
    }

    /** The rows that a call gives, as JSON. */
    JsonNode rows(String call, Path folder) throws IOException, InterruptedException {
        return switch (this) {
            case DUCKDB -> json(duckDb(call, folder));
            case PANDAS -> json(script("with-pandas.py", "python3", call, folder));
            case BASE_R, READR, READXL, DATA_TABLE -> json(script("r.R", "Rscript", call, folder));
            case MILLER, CSVKIT, SQLITE -> json(succeed(call, folder));
            case CLICKHOUSE -> json(script("node.js", "node", call, folder)).path("data");
            case POLARS, PAPA_PARSE, CSV_PARSE, D3, SHEETJS, HYPARQUET -> json(script("node.js", "node", call, folder));
            case LIBREOFFICE, GNUMERIC -> {
                succeed(call, folder);
                yield JSON.valueToTree(Xlsx.rows(onlyFileIn(folder.resolve("out"))));
            }
        };
    }

    private static String duckDb(String call, Path folder) {
        try {
            return DuckDb.rows(String.format(
                            Locale.ROOT,
                            "SET file_search_path = '%s'; SELECT to_json(list(t)) FROM (%s) t",
                            folder,
                            call))
                    .get(0);
        } catch (SQLException e) {
            throw new AssertionError(call, e);
        }
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.isBlank() ? "[]" : text);
    }

    private static Path onlyFileIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private String script(String template, String interpreter, String call, Path folder)
            throws IOException, InterruptedException {
        try (InputStream in = Objects.requireNonNull(Tool.class.getResourceAsStream("/tools/" + template))) {
            String text = new String(in.readAllBytes(), UTF_8)
                    .replace("PACKAGE", setup)
                    .replace("PRELUDE", setup)
                    .replace("CALL", call);
            Files.writeString(folder.resolve(template), text);
        }
        return succeed(interpreter + " " + template, folder);
    }

    /** What a program in Python prints. */
    String python(String program, Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("example.py"), program);
        return succeed("python3 example.py", folder);
    }

    private String succeed(String command, Path folder) throws IOException, InterruptedException {
        Ran ran = run(command, folder);
        if (ran.code != 0) {
            throw new ToolFailed(command + " ended with " + ran.code + ": " + Files.readString(folder.resolve("err")));
        }
        return ran.out;
    }

    /** Debian's Python first: another one that hides it knows nothing of Debian's packages. */
    private static Ran run(String command, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out.json").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().merge("PATH", "/usr/bin:", (path, first) -> first + path);
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        return new Ran(process.exitValue(), Files.readString(folder.resolve("out.json")));
    }

    /** It ended with an error. */
    static final class ToolFailed extends AssertionError {

        private static final long serialVersionUID = 1;

        ToolFailed(String message) {
            super(message);
        }
    }

    private record Ran(int code, String out) {}
}
