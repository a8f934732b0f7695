package io.shelftally.proof.torture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a database holds.
 *
 * @param rows by table; without Flyway's own
 */
record Snapshot(Map<String, List<String>> rows) {

    static final Snapshot NONE = new Snapshot(Map.of());

    private static final String NAMES = """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'
            """;

    static Snapshot of(Bench bench) {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(bench.url())) {
            for (String name : names(connection)) {
                rows.put(name, Rows.of(connection, name));
            }
        } catch (SQLException e) {
            throw new TortureException("the database cannot be read: " + e.getMessage());
        }
        return new Snapshot(rows);
    }

    /** The names of those that are not as in the other, or are in one alone. */
    List<String> differences(Snapshot expected) {
        List<String> names = new ArrayList<>();
        rows.forEach((name, lines) -> {
            if (!lines.equals(expected.rows.get(name))) {
                names.add(name);
            }
        });
        expected.rows.keySet().stream().filter(name -> !rows.containsKey(name)).forEach(names::add);
        return names;
    }

    /** The names of those that have fewer rows than they had before. */
    List<String> losses(Snapshot before) {
        return before.rows.entrySet().stream()
                .filter(entry -> rows.getOrDefault(entry.getKey(), List.of()).size()
                        < entry.getValue().size())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(NAMES)) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }
}
