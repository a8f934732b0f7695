package io.shelftally.night.items;

import io.shelftally.night.run.Pieces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Brings the items of a night in line with its work list, in the caller's transaction:
 *
 * <ol>
 *   <li>what earlier nights left open is carried over;
 *   <li>of what is listed and was in some night before: what ended badly on an earlier night that published nothing is
 *       forgotten; what this night has takes the words of the list; what was settled on an earlier night, and closed, is
 *       taken as it is, for its evidence is there; the rest is taken anew;
 *   <li>what is listed and was in no night, which is most, needs but one statement;
 *   <li>what an earlier start of this night listed and the list no longer has goes.
 * </ol>
 *
 * @param <I> what an id is
 * @param <E> what the list says of one item
 */
public abstract class ListedItems<I, E> {

    /**
     * A vendor's own statements. All are given {@code :businessDate}; the first one {@code :now} too, and {@code :unpublished}, the
     * earlier nights that never were; the next three the row of a listed item, whose id is {@code :id}.
     *
     * @param settled the ending of an item that is settled
     */
    public record Statements(
            String carryOver,
            String update,
            String takeSettled,
            String takeAnew,
            String dropWithdrawn,
            String settled) {}

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;
    private final ItemTable<I> table;
    private final Statements statements;

    protected ListedItems(
            JdbcClient client, NamedParameterJdbcTemplate batches, ItemTable<I> table, Statements statements) {
        this.client = client;
        this.batches = batches;
        this.table = table;
        this.statements = statements;
    }

    protected abstract I id(E entry);

    /** The parameters of an item's row. */
    protected abstract MapSqlParameterSource row(LocalDate businessDate, E entry, Instant now);

    /** Takes on items that no night has had. */
    protected abstract void takeNew(LocalDate businessDate, List<E> entries, Instant now);

    public final void take(LocalDate businessDate, List<E> listed, Instant now) {
        client.sql(statements.carryOver())
                .param("businessDate", businessDate)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "unpublished",
                        new SqlArrayValue("date", unpublished(businessDate).toArray()))
                .update();
        client.sql(table.sql("UPDATE {items} SET listed = FALSE WHERE business_date = :businessDate"))
                .param("businessDate", businessDate)
                .update();
        add(businessDate, listed, now);
        client.sql(statements.dropWithdrawn())
                .param("businessDate", businessDate)
                .update();
    }

    /** Takes on what is listed, and leaves the night's other items as they are. */
    public final void add(LocalDate businessDate, List<E> listed, Instant now) {
        Set<I> known = known(listed);
        MapSqlParameterSource[] rows = ItemTable.batch(
                listed.stream().filter(entry -> known.contains(id(entry))).map(entry -> row(businessDate, entry, now)));
        forgetEnded(businessDate, known);
        batches.batchUpdate(statements.update(), rows);
        batches.batchUpdate(statements.takeSettled(), rows);
        batches.batchUpdate(statements.takeAnew(), rows);
        takeNew(
                businessDate,
                listed.stream().filter(entry -> !known.contains(id(entry))).toList(),
                now);
    }

    /** From night to night by the key of the table, of which no more is read, however many rows a night has. */
    private List<LocalDate> unpublished(LocalDate before) {
        Set<LocalDate> published = new HashSet<>(client.sql("SELECT business_date FROM published_night")
                .query(LocalDate.class)
                .list());
        List<LocalDate> unpublished = new ArrayList<>();
        Optional<LocalDate> night = nextNight(LocalDate.EPOCH);
        while (night.isPresent() && night.get().isBefore(before)) {
            night.filter(one -> !published.contains(one)).ifPresent(unpublished::add);
            night = nextNight(night.get());
        }
        return unpublished;
    }

    private Optional<LocalDate> nextNight(LocalDate after) {
        return client.sql(table.sql("""
                        SELECT business_date FROM {items} WHERE business_date > :after
                        ORDER BY business_date, {id} FETCH FIRST 1 ROW ONLY
                        """))
                .param("after", after)
                .query(LocalDate.class)
                .optional();
    }

    /** The listed items that any night has had. */
    private Set<I> known(List<E> listed) {
        return Pieces.of(listed.stream().map(this::id).toList())
                .flatMap(few -> table
                        .ids(client.sql(table.sql("SELECT DISTINCT {id} FROM {items} WHERE {id} = ANY (:ids)"))
                                .param("ids", table.array(few)))
                        .stream())
                .collect(Collectors.toSet());
    }

    private void forgetEnded(LocalDate businessDate, Set<I> listed) {
        List<I> ended = table.ids(
                client.sql(table.sql("""
                        SELECT {id} FROM {items}
                        WHERE business_date = :businessDate AND NOT asked AND ending <> :settled
                        """)).param("businessDate", businessDate).param("settled", statements.settled()));
        batches.batchUpdate(
                table.sql("DELETE FROM {items} WHERE business_date = :businessDate AND {id} = :id"),
                ItemTable.batch(ended.stream().filter(listed::contains).map(id -> ItemTable.key(businessDate, id))));
    }
}
