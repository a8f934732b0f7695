#!/usr/bin/env bash
# H2 keeps WRITE_DELAY=0 in the database's file and shows it from then on, but heeds it only from the URL that opens the file.
#
# Versions: com.h2database:h2 2.4.240 and 2.5.252.
# One would expect that a commit survives the death of its process; or at least that it does where the database was made with
# WRITE_DELAY=0, a setting that its manual calls persistent and that INFORMATION_SCHEMA.SETTINGS still gives as 0.
# Commits that were acknowledged in the last half second are gone when the process is killed, with the plain URL. A database
# made with WRITE_DELAY=0 and opened again by the plain URL shows 0, and loses them all the same. They are kept if every URL
# that opens the file says so. (A kill is played by Runtime.halt, right after the last of ten commits has returned, three times:
# H2 may happen to write just then.)
#
# Seen on 2026-11-28:
#   2.4.240, plain URL: setting 500, 10 commits acknowledged, some lost
#   2.4.240, made with WRITE_DELAY=0, opened by a plain URL: setting 0, 10 commits acknowledged, some lost
#   2.4.240, opened with WRITE_DELAY=0: setting 0, 10 commits acknowledged, all found
#   2.5.252, plain URL: setting 500, 10 commits acknowledged, some lost
#   2.5.252, made with WRITE_DELAY=0, opened by a plain URL: setting 0, 10 commits acknowledged, some lost
#   2.5.252, opened with WRITE_DELAY=0: setting 0, 10 commits acknowledged, all found

. "$(dirname -- "$0")/.lib"

cat >"$temp/Finding.java" <<'EOJ'
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

class Finding {

    static final String SETTING = "SELECT MIN(CAST(setting_value AS INT)) FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'";

    /** ACT OPTIONS_WHEN_MADE OPTIONS_WHEN_OPENED */
    public static void main(String[] args) throws SQLException {
        String url = "jdbc:h2:file:./items";
        if (args[0].equals("commit")) {
            execute(DriverManager.getConnection(url + args[1]), "DROP ALL OBJECTS", "CREATE TABLE item (id INT)").close();
            Connection connection = DriverManager.getConnection(url + args[2]);
            System.out.print("setting " + number(connection, SETTING));
            for (int commit = 1; commit <= 10; commit++) {
                execute(connection, "INSERT INTO item VALUES (" + commit + ")");
            }
            System.out.println(", 10 commits acknowledged");
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
        System.out.println(number(DriverManager.getConnection(url + args[2]), "SELECT COUNT(*) FROM item"));
    }

    static Connection execute(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            connection.createStatement().execute(sql);
        }
        return connection;
    }

    static int number(Connection connection, String sql) throws SQLException {
        ResultSet rows = connection.createStatement().executeQuery(sql);
        rows.next();
        return rows.getInt(1);
    }
}
EOJ

# kill_after_commits VERSION WHAT OPTIONS_WHEN_MADE OPTIONS_WHEN_OPENED
kill_after_commits() {
    local found=10
    for _ in 1 2 3; do
        rm -f -- "$temp"/items.*
        told=$(run_java commit "$3" "$4")
        found=$(run_java count "$3" "$4")
        [ "$found" = 10 ] || break
    done
    echo "$1, $2: $told, $([ "$found" = 10 ] && echo "all found" || echo "some lost")"
}

for version in 2.4.240 2.5.252; do
    jars com.h2database:h2:$version
    kill_after_commits $version "plain URL" "" ""
    kill_after_commits $version "made with WRITE_DELAY=0, opened by a plain URL" ";WRITE_DELAY=0" ""
    kill_after_commits $version "opened with WRITE_DELAY=0" "" ";WRITE_DELAY=0"
done | as_seen
