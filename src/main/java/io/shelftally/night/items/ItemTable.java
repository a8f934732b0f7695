package io.shelftally.night.items;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The table of one vendor's items, a row an item and night. Statements that both tables are asked alike name it
 * {@code {items}} and the column of its ids {@code {id}}.
 *
 * @param <I> what an id is
 */
public final class ItemTable<I> {

    public static final ItemTable<String> CAPTURES =
            new ItemTable<>("capture_item", "capture_id", "varchar", String.class);

    public static final ItemTable<Long> SCANS = new ItemTable<>("scan_item", "scan_id", "bigint", Long.class);

    private final String name;
    private final String id;
    private final String idType;
    private final Class<I> idClass;

    private ItemTable(String name, String id, String idType, Class<I> idClass) {
        this.name = name;
        this.id = id;
        this.idType = idType;
        this.idClass = idClass;
    }

    /** The statement over this table. */
    String sql(String statement) {
        return statement.replace("{items}", name).replace("{id}", id);
    }

    /** The ids as one parameter, for {@code = ANY (:ids)}. */
    SqlArrayValue array(Collection<I> ids) {
        return new SqlArrayValue(idType, ids.toArray());
    }

    /** The ids that a statement selects. */
    List<I> ids(JdbcClient.StatementSpec statement) {
        return statement.query(idClass).list();
    }

    /** Names a row, as {@code :businessDate} and {@code :id}. */
    public static MapSqlParameterSource key(LocalDate businessDate, Object id) {
        return new MapSqlParameterSource("businessDate", businessDate).addValue("id", id);
    }

    /** The rows of a batch. */
    public static MapSqlParameterSource[] batch(Stream<MapSqlParameterSource> rows) {
        return rows.toArray(MapSqlParameterSource[]::new);
    }
}
