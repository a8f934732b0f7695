package io.shelftally.publication.tables;

import io.shelftally.base.lists.Portions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Deletes the words of products that no row of a version that stays has: those whose latest export is older than each of these.
 * Where a night that goes was run again after one that stays, its words go with a later night.
 */
public final class OldTexts {

    private static final int AT_ONCE = 1000;

    private final JdbcClient client;
    private final GuardedTransactions transactions;
    private final LocalDate before;

    /** @param before the first date that stays */
    public OldTexts(JdbcOperations jdbc, GuardedTransactions transactions, LocalDate before) {
        this.client = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.before = before;
    }

    /** Makes the column by which they are found. What is there counts as of the latest export. */
    public static void tellTheirExports(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE product_text ADD COLUMN last_export INTEGER DEFAULT 0 NOT NULL");
            statement.execute("UPDATE product_text SET last_export = (SELECT MAX(export_id) FROM export_version)"
                    + " WHERE EXISTS (SELECT 1 FROM export_version)");
        }
    }

    public long count() {
        return unused().size();
    }

    public void delete() {
        Portions.of(unused(), AT_ONCE)
                .forEach(few -> transactions.run(() -> client.sql("DELETE FROM product_text WHERE text_id = ANY (:few)")
                        .param("few", new SqlArrayValue("uuid", few.toArray()))
                        .update()));
    }

    private List<UUID> unused() {
        return client.sql("""
                        SELECT text_id FROM product_text
                        WHERE last_export < COALESCE(
                            (SELECT MIN(export_id) FROM export_version WHERE business_date >= :before), 2147483647)
                        """).param("before", before).query(UUID.class).list();
    }
}
