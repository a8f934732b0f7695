#!/usr/bin/env bash
# DuckDB reads a file's name in every folder of file_search_path, and adds the rows up.
#
# Versions: org.duckdb:duckdb_jdbc 2.0.0.1.
# One would expect of a search path that the first folder which has the file is the one, as in a shell, or else an error.
# A name without any pattern that stands in two folders of the path is read from both: a night's rows and another night's,
# with nothing that tells. A folder that is named twice counts twice. And while a plain name is also found from the folder
# that the process is in, a pattern is not, once there is a path.
#
# Seen on 2026-11-28:
#   path first,second: FROM 'items.csv' has 5 rows
#   path first,first: FROM 'items.csv' has 4 rows
#   path second: FROM 'first/items.csv' has 2 rows
#   path second: FROM 'first/item*.csv' fails, No files found

. "$(dirname -- "$0")/.lib"

jars org.duckdb:duckdb_jdbc:2.0.0.1
mkdir "$temp/first" "$temp/second"
printf 'gtin\n00012000042737\n00049000000450\n' >"$temp/first/items.csv"
printf 'gtin\n00012000042737\n00049000000450\n00044000028770\n' >"$temp/second/items.csv"

java_source <<'EOJ' | as_seen
import java.sql.*;

class Finding {

    public static void main(String[] args) throws SQLException {
        show("first,second", "items.csv");
        show("first,first", "items.csv");
        show("second", "first/items.csv");
        show("second", "first/item*.csv");
    }

    static void show(String path, String files) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET file_search_path = '" + path + "'");
            System.out.println("path " + path + ": FROM '" + files + "' " + rows(statement, files));
        }
    }

    static String rows(Statement statement, String files) {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM '" + files + "'")) {
            rows.next();
            return "has " + rows.getInt(1) + " rows";
        } catch (SQLException e) {
            return "fails, " + e.getMessage().replaceAll("(?s).*(No files found).*", "$1");
        }
    }
}
EOJ
