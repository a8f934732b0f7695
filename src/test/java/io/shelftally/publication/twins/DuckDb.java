package io.shelftally.publication.twins;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** DuckDB in memory, as an analyst would run it. */
public final class DuckDb {

    private DuckDb() {}

    /** The rows of one query, the cells of each joined by a space. */
    public static List<String> rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            return rows(statement, sql);
        }
    }

    /** The rows of a statement, the cells of each joined by a space; none if it gives no rows. */
    public static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        if (statement.execute(sql)) {
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
        }
        return rows;
    }

    private static String row(ResultSet result) throws SQLException {
        StringJoiner cells = new StringJoiner(" ");
        for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
            cells.add(String.valueOf(result.getString(at)));
        }
        return cells.toString();
    }
}
