#!/usr/bin/env bash
# Spring's ResourceDatabasePopulator commits what its caller has not: execute does, populate does not.
#
# Versions: org.springframework:spring-jdbc 7.0.8, com.h2database:h2 2.4.240.
# One would expect that a script run on a connection with automatic commits off is a part of the caller's transaction.
# execute(dataSource) commits that connection at its end, and with it all that the caller had written before. Only a
# transaction that Spring itself manages is left alone. populate(connection) commits nothing.
#
# Seen on 2026-11-28 (a row by hand, a row by the script, then rollback):
#   execute: 2 rows stay
#   populate: 0 rows stay

. "$(dirname -- "$0")/.lib"

jars org.springframework:spring-jdbc:7.0.8 com.h2database:h2:2.4.240

java_source <<'EOJ' | as_seen
import java.sql.*;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class Finding {

    static final ResourceDatabasePopulator SCRIPT =
            new ResourceDatabasePopulator(new ByteArrayResource("INSERT INTO item VALUES ('script')".getBytes()));

    public static void main(String[] args) throws SQLException {
        show("execute", connection -> SCRIPT.execute(new SingleConnectionDataSource(connection, true)));
        show("populate", SCRIPT::populate);
    }

    interface Run {
        void with(Connection connection) throws SQLException;
    }

    static void show(String what, Run script) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE item (made_by VARCHAR(10))");
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO item VALUES ('hand')");
            script.with(connection);
            connection.rollback();
            ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM item");
            rows.next();
            System.out.println(what + ": " + rows.getInt(1) + " rows stay");
        }
    }
}
EOJ
