package io.shelftally.operations.keeping;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Lets the sequences and the numbered columns of PostgreSQL go on where those of H2 are. */
final class Sequences {

    private static final String OF_H2 = """
            SELECT sequence_name, base_value FROM information_schema.sequences WHERE sequence_schema = 'PUBLIC'
            """;

    private static final String COLUMNS_OF_H2 = """
            SELECT table_name, column_name, identity_base FROM information_schema.columns
            WHERE table_schema = 'PUBLIC' AND is_identity = 'YES'
            """;

    private static final String SET = "SELECT setval(CAST(? AS regclass), ?, FALSE)";
    private static final String SET_COLUMN = "SELECT setval(pg_get_serial_sequence(?, ?), ?, FALSE)";

    private Sequences() {}

    static void move(Connection h2, Connection postgresql) throws SQLException {
        try (Statement statement = h2.createStatement();
                PreparedStatement set = postgresql.prepareStatement(SET);
                PreparedStatement setColumn = postgresql.prepareStatement(SET_COLUMN)) {
            try (ResultSet row = statement.executeQuery(OF_H2)) {
                while (row.next()) {
                    set.setString(1, name(row, 1));
                    set.setLong(2, row.getLong(2));
                    set.execute();
                }
            }
            try (ResultSet row = statement.executeQuery(COLUMNS_OF_H2)) {
                while (row.next()) {
                    setColumn.setString(1, name(row, 1));
                    setColumn.setString(2, name(row, 2));
                    setColumn.setLong(3, row.getLong(3));
                    setColumn.execute();
                }
            }
        }
    }

    private static String name(ResultSet row, int column) throws SQLException {
        return row.getString(column).toLowerCase(Locale.ROOT);
    }
}
