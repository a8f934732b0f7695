#!/usr/bin/env bash
# In a JDBC batch of H2, WHERE NOT EXISTS does not see the row that the entry right before it has inserted.
#
# Versions: com.h2database:h2 2.4.240 and 2.5.252.
# One would expect that the entries of a batch come one after the other, as when each is executed by itself: the second of
# two equal ones finds the row of the first, and inserts nothing.
# In 2.4.240 two equal entries in a row both insert, so that the batch breaks a primary key, or leaves two rows where there
# is no key. With another entry between them, or executed one by one, the second inserts nothing. In 2.5.252 it is so in
# batches too.
#
# Seen on 2026-11-28:
#   2.4.240, a b a in a batch: inserted 1 1 0
#   2.4.240, a a b in a batch: inserted 1 1 1
#   2.4.240, a a b one by one: inserted 1 0 1
#   2.4.240, a a b in a batch, with a primary key: error 23505
#   2.5.252, a b a in a batch: inserted 1 1 0
#   2.5.252, a a b in a batch: inserted 1 0 1
#   2.5.252, a a b one by one: inserted 1 0 1
#   2.5.252, a a b in a batch, with a primary key: inserted 1 0 1

. "$(dirname -- "$0")/.lib"

cat >"$temp/Finding.java" <<'EOJ'
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

class Finding {

    static final String INSERT = "INSERT INTO answer SELECT CAST(? AS CHAR) WHERE NOT EXISTS (SELECT 1 FROM answer WHERE hash = ?)";

    public static void main(String[] version) throws SQLException {
        show(version[0] + ", a b a in a batch", "CHAR", true, "a", "b", "a");
        show(version[0] + ", a a b in a batch", "CHAR", true, "a", "a", "b");
        show(version[0] + ", a a b one by one", "CHAR", false, "a", "a", "b");
        show(version[0] + ", a a b in a batch, with a primary key", "CHAR PRIMARY KEY", true, "a", "a", "b");
    }

    static void show(String what, String type, boolean batch, String... hashes) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            connection.createStatement().execute("CREATE TABLE answer (hash " + type + ")");
            PreparedStatement insert = connection.prepareStatement(INSERT);
            int[] counts = batch ? inBatch(insert, hashes) : oneByOne(insert, hashes);
            System.out.println(what + ": inserted "
                    + Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
        } catch (SQLException e) {
            System.out.println(what + ": error " + e.getErrorCode());
        }
    }

    static int[] inBatch(PreparedStatement insert, String... hashes) throws SQLException {
        for (String hash : hashes) {
            bind(insert, hash).addBatch();
        }
        return insert.executeBatch();
    }

    static int[] oneByOne(PreparedStatement insert, String... hashes) throws SQLException {
        int[] counts = new int[hashes.length];
        for (int at = 0; at < hashes.length; at++) {
            counts[at] = bind(insert, hashes[at]).executeUpdate();
        }
        return counts;
    }

    static PreparedStatement bind(PreparedStatement insert, String hash) throws SQLException {
        insert.setString(1, hash);
        insert.setString(2, hash);
        return insert;
    }
}
EOJ
for version in 2.4.240 2.5.252; do
    jars com.h2database:h2:$version
    run_java $version
done | as_seen
