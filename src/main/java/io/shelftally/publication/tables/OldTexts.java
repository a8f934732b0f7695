package io.shelftally.publication.tables;

import io.shelftally.base.lists.Portions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Deletes the words of products that no row of a version that stays has. */
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
        Set<UUID> used = new HashSet<>();
        client.sql("SELECT export_id FROM export_version WHERE business_date >= :before")
                .param("before", before)
                .query(Integer.class)
                .list()
                .forEach(export -> used.addAll(textsOf(export)));
        List<UUID> unused = new ArrayList<>();
        client.sql("SELECT text_id FROM product_text").query(row -> {
            UUID text = row.getObject(1, UUID.class);
            if (!used.contains(text)) {
                unused.add(text);
            }
        });
        return unused;
    }

    private List<UUID> textsOf(int export) {
        return client.sql("SELECT DISTINCT text_id FROM reconciled_item_row WHERE row_id BETWEEN :first AND :last")
                .param("first", RowIds.first(export))
                .param("last", RowIds.last(export))
                .query(UUID.class)
                .list();
    }
}
