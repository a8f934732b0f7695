package io.shelftally.publication.tables;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

/**
 * The rows of a dataset in a table of its own, export by export: written in batches, and read again in published order by pages
 * that start behind the last key, so that neither side holds more than a page.
 */
public abstract class VersionRows<R> {

    private final JdbcOperations jdbc;
    private final GuardedTransactions transactions;
    private final Cells<R> cells;
    private final String insert;
    private final String page;

    /**
     * @param insert takes the export, the key, the cells, and what {@link #bindRest} binds
     * @param page the next rows of {@code :export} behind the key {@code :after}, in the key's order; none at the end
     */
    VersionRows(JdbcOperations jdbc, GuardedTransactions transactions, Cells<R> cells, String insert, String page) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.cells = cells;
        this.insert = insert;
        this.page = page;
    }

    /** In one transaction. */
    public final void insert(int exportId, Collection<R> rows) {
        transactions.run(() -> jdbc.batchUpdate(insert, rows, Cells.ROWS_PER_BATCH, (statement, row) -> {
            statement.setInt(1, exportId);
            statement.setObject(2, key(row));
            bindRest(statement, cells.bind(statement, 3, row), row);
        }));
    }

    /** Hands over every row of the export in published order, a page at a time. */
    public final void forEach(int exportId, Consumer<? super R> action) {
        forEach(page, exportId, action);
    }

    final void forEach(String pageOfSome, int exportId, Consumer<? super R> action) {
        List<R> rows = page(pageOfSome, exportId, keyBeforeAll());
        while (!rows.isEmpty()) {
            rows.forEach(action);
            rows = page(pageOfSome, exportId, key(rows.get(rows.size() - 1)));
        }
    }

    final MappedQuerySpec<R> query(String sql, Map<String, ?> parameters) {
        return JdbcClient.create(jdbc).sql(sql).params(parameters).query(this::row);
    }

    private List<R> page(String sql, int exportId, Object after) {
        return query(sql, Map.of("export", exportId, "after", after)).list();
    }

    /** What parts the rows of an export and sorts them; of the type of its column. */
    abstract Object key(R row);

    /** In most tables keys are bytes ({@link SortKeys}). */
    Object keyBeforeAll() {
        return new byte[0];
    }

    /** Binds what the table holds besides the cells of the dataset; most hold nothing. */
    void bindRest(PreparedStatement statement, int first, R row) throws SQLException {}

    abstract R row(ResultSet row, int number) throws SQLException;
}
