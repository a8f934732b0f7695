package io.shelftally.operations.keeping;

import io.shelftally.publication.export.ExportException;
import io.shelftally.publication.tables.ItemPartitions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies every row of an H2 database into the tables of PostgreSQL:
 *
 * <ol>
 *   <li>in one transaction there, which begins by seeing that none of the tables holds a row, and keeps jobs out;
 *   <li>all tables, in batches; sequences and numbered columns go on where those of H2 are;
 *   <li>all rows are read back, and compared with those that were read, by number and check sum.
 * </ol>
 */
public final class Move {

    /** Who wants the lease waits, and then finds the rows. */
    private static final String KEEP_JOBS_OUT = "LOCK TABLE run_lease";

    /** The rows of a query come one by one, not all at once. */
    private static final String ONE_BY_ONE = "SET LAZY_QUERY_EXECUTION 1";

    private final Connection h2;
    private final Connection postgresql;
    private final Copying copying;

    private Move(Connection h2, Connection postgresql, Copying copying) {
        this.h2 = h2;
        this.postgresql = postgresql;
        this.copying = copying;
    }

    /**
     * What was moved.
     *
     * @param latest the latest published night
     */
    public record Moved(List<Table> tables, Optional<LocalDate> latest) {

        long rows() {
            return tables.stream().mapToLong(Table::rows).sum();
        }
    }

    /** One table, and how many rows with which check sum it holds in both databases. */
    public record Table(String name, long rows, long checkSum) {}

    /**
     * Moves all, or nothing.
     *
     * @param postgresql with the job's tables; its transaction is begun and ended here
     */
    public static Moved all(Connection h2, Connection postgresql, Copying copying) throws SQLException {
        postgresql.setAutoCommit(false);
        try {
            Moved moved = new Move(h2, postgresql, copying).run();
            postgresql.commit();
            return moved;
        } finally {
            postgresql.rollback();
            postgresql.setAutoCommit(true);
        }
    }

    private Moved run() throws SQLException {
        execute(h2, ONE_BY_ONE);
        execute(postgresql, KEEP_JOBS_OUT);
        List<MovedTable> tables = MovedTable.of(h2);
        requireEmpty(tables);
        long total = 0;
        for (MovedTable table : tables) {
            total += table.countInH2(h2);
        }
        List<RowSum> sums = new ArrayList<>();
        TableMove copy = new TableMove(h2, postgresql, copying.rows("move", total));
        makePartitions();
        for (MovedTable table : tables) {
            sums.add(copy.copy(table));
        }
        Sequences.move(h2, postgresql);
        return new Moved(compared(tables, sums, total), Contents.of(h2).latest());
    }

    private void makePartitions() throws SQLException {
        try (Statement statement = h2.createStatement();
                ResultSet export = statement.executeQuery("SELECT export_id FROM export_version")) {
            while (export.next()) {
                ItemPartitions.make(postgresql, export.getInt(1));
            }
        }
    }

    private List<Table> compared(List<MovedTable> tables, List<RowSum> sums, long total) throws SQLException {
        TableMove back = new TableMove(h2, postgresql, copying.rows("compare", total));
        List<Table> compared = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            String name = tables.get(i).name();
            RowSum there = back.readBack(tables.get(i));
            if (!there.isSame(sums.get(i))) {
                throw new IllegalStateException("the table " + name + " has "
                        + sums.get(i).rows() + " rows in H2 and " + there.rows() + " in PostgreSQL, or they differ");
            }
            compared.add(new Table(name, there.rows(), there.sum()));
        }
        return compared;
    }

    private void requireEmpty(List<MovedTable> tables) throws SQLException {
        for (MovedTable table : tables) {
            long rows = table.count(postgresql);
            if (rows > 0) {
                throw new ExportException("the table " + table.name() + " of the database that --to names holds " + rows
                        + " rows already: name a database of its own, in which no night was run");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
