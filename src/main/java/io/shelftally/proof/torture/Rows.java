package io.shelftally.proof.torture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table or of a view as lines, in the order of their text. */
final class Rows {

    private Rows() {}

    static List<String> of(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append(text(result, column)).append('|');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    /** The same of every database, whatever its words for yes and no are. */
    private static @Nullable String text(ResultSet result, int column) throws SQLException {
        return result.getObject(column) instanceof Boolean yes ? yes.toString() : result.getString(column);
    }
}
