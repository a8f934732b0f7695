package io.shelftally.job.connections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes what the nights before have left open be found without reading all of them; on PostgreSQL. */
final class OpenItems {

    private OpenItems() {}

    static void index(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX scan_item_carried ON scan_item (business_date) WHERE carried");
            statement.execute("CREATE INDEX capture_item_carried ON capture_item (business_date) WHERE carried");
        }
    }
}
