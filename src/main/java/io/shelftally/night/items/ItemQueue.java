package io.shelftally.night.items;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The items of a night as they wait to be called about: in numbered queues, each until it is due.
 *
 * @param <T> an item to call about
 */
public final class ItemQueue<T> {

    /** The queue of items that nothing is to be done about in this run; all others have a smaller number. */
    public static final int IDLE = 9;

    private final JdbcClient client;
    private final ItemTable<?> table;
    private final String due;
    private final RowMapper<T> item;

    /**
     * @param due selects items by {@code :businessDate}, {@code :bucket} and {@code :queue} that are due {@code :now},
     *     {@code :most} at the most
     */
    public ItemQueue(JdbcClient client, ItemTable<?> table, String due, RowMapper<T> item) {
        this.client = client;
        this.table = table;
        this.due = due;
        this.item = item;
    }

    /** What is not selected waits for nothing. */
    public void leaveUnselected(LocalDate businessDate) {
        client.sql(
                        table.sql(
                                "UPDATE {items} SET queue = 9 WHERE business_date = :businessDate AND queue < 9 AND NOT selected"))
                .param("businessDate", businessDate)
                .update();
    }

    public List<T> due(Part part, int queue, Instant now, int most) {
        return client.sql(due)
                .param("businessDate", part.businessDate())
                .param("bucket", part.bucket())
                .param("queue", queue)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(item)
                .list();
    }

    /** When the earliest item falls due; empty if none waits. */
    public Optional<Instant> nextDue(Part part) {
        return client.sql(table.sql("""
                        SELECT MIN(due_at) FROM {items}
                        WHERE business_date = :businessDate AND queue < 9 AND (:bucket < 0 OR bucket = :bucket)
                        """))
                .param("businessDate", part.businessDate())
                .param("bucket", part.bucket())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** The buckets of the night in which an item waits. */
    public List<Integer> openBuckets(LocalDate businessDate) {
        return client.sql(
                        table.sql(
                                "SELECT DISTINCT bucket FROM {items} WHERE business_date = :businessDate AND queue < 9 ORDER BY bucket"))
                .param("businessDate", businessDate)
                .query(Integer.class)
                .list();
    }

    /** Whether an item of the night waits. */
    public boolean isOpen(LocalDate businessDate) {
        return client.sql(table.sql("""
                        SELECT EXISTS (SELECT 1 FROM {items} WHERE business_date = :businessDate AND queue < 9)
                        """))
                .param("businessDate", businessDate)
                .query(Boolean.class)
                .single();
    }

    /** The items of the night that wait. */
    public long countOpen(LocalDate businessDate) {
        return client.sql(table.sql("SELECT COUNT(*) FROM {items} WHERE business_date = :businessDate AND queue < 9"))
                .param("businessDate", businessDate)
                .query(Long.class)
                .single();
    }

    /** The selected items of the night. */
    public long count(LocalDate businessDate, boolean doneOnly) {
        return client.sql(table.sql("""
                        SELECT COUNT(*) FROM {items}
                        WHERE business_date = :businessDate AND selected AND (phase = 'DONE' OR NOT :doneOnly)
                        """))
                .param("businessDate", businessDate)
                .param("doneOnly", doneOnly)
                .query(Long.class)
                .single();
    }

    /**
     * Where an item waits, as {@code :queue} and {@code :dueAt} of its row.
     *
     * @param dueAt null if not in this run
     */
    public static MapSqlParameterSource place(LocalDate businessDate, int queue, @Nullable Instant dueAt) {
        return new MapSqlParameterSource("businessDate", businessDate)
                .addValue("queue", dueAt == null ? IDLE : queue)
                .addValue(
                        "dueAt", dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
