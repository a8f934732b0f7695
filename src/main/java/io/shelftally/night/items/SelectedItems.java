package io.shelftally.night.items;

import io.shelftally.intake.selection.Candidate;
import io.shelftally.night.run.Pieces;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The items of a night that a run looks at: all of them, or those that a rerun has chosen; in the caller's transaction.
 *
 * @param <I> what an id is
 */
public final class SelectedItems<I> {

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;
    private final ItemTable<I> table;

    public SelectedItems(JdbcClient client, NamedParameterJdbcTemplate batches, ItemTable<I> table) {
        this.client = client;
        this.batches = batches;
        this.table = table;
    }

    /** Every item is selected from here on, and what got no definite answer is as settled as it was before. */
    public void selectAll(LocalDate businessDate) {
        client.sql(table.sql("""
                        UPDATE {items}
                        SET selected = TRUE, phase = CASE WHEN ending IS NULL THEN phase ELSE 'DONE' END
                        WHERE business_date = :businessDate
                            AND (NOT selected OR phase <> 'DONE' AND ending IS NOT NULL)
                        """)).param("businessDate", businessDate).update();
    }

    /**
     * Selects what is chosen of the night, and nothing else.
     *
     * @param candidates selects the rows of the night by {@code :businessDate}
     * @param id the candidate's own, which each of the table has
     */
    public void select(
            LocalDate businessDate,
            String candidates,
            RowMapper<Candidate> candidate,
            Function<Candidate, Optional<I>> id,
            Predicate<Candidate> isChosen) {
        List<I> chosen;
        try (Stream<Candidate> all =
                client.sql(candidates).param("businessDate", businessDate).query(candidate).stream()) {
            chosen = all.filter(isChosen)
                    .map(item -> id.apply(item).orElseThrow())
                    .toList();
        }
        selectOnly(businessDate, chosen);
    }

    /** None has been asked in this run. */
    private void selectOnly(LocalDate businessDate, Collection<I> ids) {
        client.sql(table.sql("""
                        UPDATE {items} SET selected = FALSE, asked_in_run = FALSE, answered_in_run = FALSE
                        WHERE business_date = :businessDate
                        """)).param("businessDate", businessDate).update();
        batches.batchUpdate(
                table.sql("UPDATE {items} SET selected = TRUE WHERE business_date = :businessDate AND {id} = :id"),
                ItemTable.batch(ids.stream().map(id -> ItemTable.key(businessDate, id))));
    }

    /** The selected items by the outcomes that the night last had. */
    public <E extends Enum<E>> Map<E, Long> outcomes(LocalDate businessDate, Class<E> outcomes) {
        Map<E, Long> counts = new EnumMap<>(outcomes);
        client.sql(table.sql("""
                        SELECT COALESCE(outcome, 'IN_PROGRESS'), COUNT(*) FROM {items}
                        WHERE business_date = :businessDate AND selected GROUP BY COALESCE(outcome, 'IN_PROGRESS')
                        """)).param("businessDate", businessDate).query(row -> {
            counts.put(Enum.valueOf(outcomes, row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    /** Those of the ids that no night of the span has. */
    public Set<I> unknown(LocalDate from, LocalDate to, Set<I> ids) {
        Set<I> unknown = new HashSet<>(ids);
        Pieces.of(ids)
                .forEach(few -> table.ids(client.sql(table.sql("""
                                SELECT DISTINCT {id} FROM {items}
                                WHERE {id} = ANY (:ids) AND business_date BETWEEN :from AND :to
                                """))
                                .param("ids", table.array(few))
                                .param("from", from)
                                .param("to", to))
                        .forEach(unknown::remove));
        return unknown;
    }
}
