package io.shelftally.operations.keeping;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of the job, as both databases have it.
 *
 * @param name in small letters, as PostgreSQL has it
 * @param columns by their names, in order
 */
record MovedTable(String name, Map<String, Cell> columns) {

    /** What migrations have written of the target's own tables stays there; what a database computes, the target does too. */
    private static final String COLUMNS = """
            SELECT t.table_name, c.column_name, c.data_type FROM information_schema.tables t
            JOIN information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name = t.table_name
            WHERE t.table_schema = 'PUBLIC' AND t.table_type = 'BASE TABLE'
                AND t.table_name NOT IN ('flyway_schema_history', 'BLOCK_POSITION') AND c.is_generated = 'NEVER'
            ORDER BY t.table_name, c.ordinal_position
            """;

    /** Others refer to them. */
    private static final List<String> FIRST =
            List.of("batch_job_instance", "batch_job_execution", "batch_step_execution");

    /** All tables of an H2 database, each after those that it refers to. */
    static List<MovedTable> of(Connection h2) throws SQLException {
        Map<String, Map<String, Cell>> found = new LinkedHashMap<>();
        try (Statement statement = h2.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                found.computeIfAbsent(row.getString(1).toLowerCase(Locale.ROOT), name -> new LinkedHashMap<>())
                        .put(row.getString(2).toLowerCase(Locale.ROOT), Cell.of(row.getString(3)));
            }
        }
        List<MovedTable> tables = new ArrayList<>();
        found.forEach((name, columns) -> tables.add(new MovedTable(name, columns)));
        tables.sort(Comparator.comparing(
                        (MovedTable table) -> FIRST.contains(table.name) ? FIRST.indexOf(table.name) : FIRST.size())
                .thenComparing(MovedTable::name));
        return tables;
    }

    String selectFromH2() {
        return "SELECT " + quoted().toUpperCase(Locale.ROOT) + " FROM \"" + name.toUpperCase(Locale.ROOT) + "\"";
    }

    String select() {
        return "SELECT " + quoted() + " FROM \"" + name + "\"";
    }

    String insert() {
        String places = columns.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        return "INSERT INTO \"" + name + "\" (" + quoted() + ") VALUES (" + places + ")";
    }

    long countInH2(Connection h2) throws SQLException {
        return count(h2, "SELECT COUNT(*) FROM \"" + name.toUpperCase(Locale.ROOT) + "\"");
    }

    long count(Connection postgresql) throws SQLException {
        return count(postgresql, "SELECT COUNT(*) FROM \"" + name + "\"");
    }

    /** So many are fetched in one turn, and in memory together. */
    int rowsAtATime() {
        return columns.containsValue(Cell.BODY) ? 20 : 1000;
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String quoted() {
        return columns.keySet().stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", "));
    }
}
