package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of a night from its evidence to its file, by DuckDB in this process: {@code duckdb.sql}, into a database file of its
 * own. Prints what it took, without the start of Java and of DuckDB, as one line of JSON.
 */
final class DuckProgram {

    private DuckProgram() {}

    /**
     * Does the work once.
     *
     * @param arguments the folder of the evidence and the list of scans; the business date; the job's file
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String script = script().replace("@folder@", folder.toString()).replace("@date@", arguments[1]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("duckdb"));
                Statement statement = connection.createStatement()) {
            Optional<Duration> before = cpu();
            long begin = System.nanoTime();
            for (String one : script.split("(?m)^;$", -1)) {
                statement.execute(one);
            }
            long nanos = System.nanoTime() - begin;
            Optional<Duration> used = before.flatMap(then -> cpu().map(now -> now.minus(then)));
            System.out.println(new JsonMapper()
                    .writeValueAsString(Map.of(
                            "version", text(statement, "SELECT version()"),
                            "nanos", nanos,
                            "cpuNanos", used.map(Duration::toNanos).orElse(0L),
                            "rows", number(statement, "SELECT count(*) FROM reconciled_item"),
                            "differing", differing(statement, folder.resolve("reconciled_items.csv"), arguments[2]))));
        }
    }

    private static Optional<Duration> cpu() {
        return ProcFiles.cpu(ProcessHandle.current().pid());
    }

    private static String script() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(DuckProgram.class.getResourceAsStream("duckdb.sql"), "duckdb.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Cell by cell: DuckDB quotes some that the job does not. */
    private static long differing(Statement statement, Path one, String other) throws SQLException {
        String rows =
                "(FROM read_csv('%s', header = TRUE, all_varchar = TRUE, quote = '\"', escape = '\"', delim = ','))";
        String mine = String.format(Locale.ROOT, rows, one);
        String jobs = String.format(Locale.ROOT, rows, other);
        return number(statement, "SELECT count(*) FROM (" + mine + " EXCEPT ALL " + jobs + ")")
                + number(statement, "SELECT count(*) FROM (" + jobs + " EXCEPT ALL " + mine + ")");
    }

    private static long number(Statement statement, String sql) throws SQLException {
        return Long.parseLong(text(statement, sql));
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
