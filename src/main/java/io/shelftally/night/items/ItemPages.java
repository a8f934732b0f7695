package io.shelftally.night.items;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The items of a night in the order of their ids, a page at a time.
 *
 * @param <I> what an id is
 * @param <T> an item after the collection
 */
public final class ItemPages<I, T> {

    private final JdbcClient client;
    private final ItemTable<I> table;
    private final RowMapper<T> item;

    public ItemPages(JdbcClient client, ItemTable<I> table, RowMapper<T> item) {
        this.client = client;
        this.table = table;
        this.item = item;
    }

    public List<T> page(LocalDate businessDate, I after, int size) {
        return client.sql(table.sql("""
                        SELECT * FROM {items}
                        WHERE business_date = :businessDate AND {id} > :after
                        ORDER BY business_date, {id}
                        FETCH FIRST :size ROWS ONLY
                        """))
                .param("businessDate", businessDate)
                .param("after", after)
                .param("size", size)
                .query(item)
                .list();
    }

    public long count(LocalDate businessDate) {
        return client.sql(table.sql("SELECT COUNT(*) FROM {items} WHERE business_date = :businessDate"))
                .param("businessDate", businessDate)
                .query(Long.class)
                .single();
    }
}
