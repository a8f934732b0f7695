package io.shelftally.base.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** What a database calls itself. */
public final class DatabaseProduct {

    private DatabaseProduct() {}

    public static boolean isPostgresql(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }

    /** Asks the connection of the caller's transaction, if there is one. */
    public static boolean isPostgresql(JdbcOperations jdbc) {
        ConnectionCallback<Boolean> question = DatabaseProduct::isPostgresql;
        return Boolean.TRUE.equals(jdbc.execute(question));
    }
}
