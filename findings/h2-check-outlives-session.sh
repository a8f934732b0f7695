#!/usr/bin/env bash
# A CHECK of several values fails in H2 as soon as the session that made its table has ended.
#
# Versions: com.h2database:h2 2.4.240 and 2.5.252.
# One would expect that a valid row passes, whoever made the table, and however long ago.
# In 2.4.240 rows pass while the connection that ran CREATE TABLE is open. Once it is closed, every INSERT and UPDATE of
# that table fails as "Check constraint invalid", until the database is opened anew. A pool that renews its connections
# does that half an hour after a migration. `= 'A' OR ... = 'B'` is the same, since H2 makes IN of it; a comparison with
# one value is not. In 2.5.252 the rows pass.
#
# Seen on 2026-11-28:
#   2.4.240, IN: maker open 1 row, maker closed error 23514, database opened anew 1 row
#   2.4.240, OR: maker open 1 row, maker closed error 23514, database opened anew 1 row
#   2.4.240, =: maker open 1 row, maker closed 1 row, database opened anew 1 row
#   2.5.252, IN: maker open 1 row, maker closed 1 row, database opened anew 1 row
#   2.5.252, OR: maker open 1 row, maker closed 1 row, database opened anew 1 row
#   2.5.252, =: maker open 1 row, maker closed 1 row, database opened anew 1 row

. "$(dirname -- "$0")/.lib"

cat >"$temp/Finding.java" <<'EOJ'
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class Finding {

    public static void main(String[] version) throws SQLException {
        show(version[0] + ", IN", "state IN ('BUILDING', 'SHOWN')");
        show(version[0] + ", OR", "state = 'BUILDING' OR state = 'SHOWN'");
        show(version[0] + ", =", "state = 'SHOWN'");
    }

    static void show(String what, String check) throws SQLException {
        String url = "jdbc:h2:file:./" + what.replaceAll("\\W", "_");
        try (Connection stays = DriverManager.getConnection(url)) {
            Connection maker = DriverManager.getConnection(url);
            maker.createStatement().execute("CREATE TABLE version (state VARCHAR(8) CHECK (" + check + "))");
            System.out.print(what + ": maker open " + insert(stays));
            maker.close();
            System.out.print(", maker closed " + insert(stays));
        }
        try (Connection later = DriverManager.getConnection(url)) {
            System.out.println(", database opened anew " + insert(later));
        }
    }

    static String insert(Connection connection) {
        try {
            return connection.createStatement().executeUpdate("INSERT INTO version VALUES ('SHOWN')") + " row";
        } catch (SQLException e) {
            return "error " + e.getErrorCode();
        }
    }
}
EOJ
for version in 2.4.240 2.5.252; do
    jars com.h2database:h2:$version
    run_java $version
done | as_seen
