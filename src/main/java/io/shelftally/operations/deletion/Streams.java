package io.shelftally.operations.deletion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Reads the rows of a query one after the other, however many, on a connection of its own, while others write. */
@Component
class Streams {

    private static final int ROWS_AT_A_TIME = 2000;

    private final JdbcOperations jdbc;

    Streams(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @FunctionalInterface
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** To be called outside of any transaction. */
    void forEach(String sql, Row action) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> read(connection, sql, action));
    }

    /** With automatic commits PostgreSQL's driver would hold all rows at once. */
    private static boolean read(Connection connection, String sql, Row action) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    action.read(rows);
                }
            }
            return true;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
