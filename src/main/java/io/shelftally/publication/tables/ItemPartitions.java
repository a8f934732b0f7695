package io.shelftally.publication.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * On PostgreSQL each export has a partition of reconciled_item_row, so that millions of rows go by one drop and leave nothing to
 * vacuum (docs/adr/0021-postgresql-in-earnest.md). On H2 nothing is done here.
 */
public final class ItemPartitions {

    /** What stood in the table before it had partitions stays in one, and goes by rows. */
    private static final String PART = """
            DO $$
            DECLARE
                shown TEXT := pg_get_viewdef('reconciled_item'::regclass);
                behind BIGINT;
            BEGIN
                ALTER TABLE reconciled_item_row RENAME TO reconciled_item_row_before;
                ALTER INDEX reconciled_item_row_pkey RENAME TO reconciled_item_row_before_pkey;
                CREATE TABLE reconciled_item_row (LIKE reconciled_item_row_before INCLUDING ALL) PARTITION BY RANGE (row_id);
                EXECUTE 'CREATE OR REPLACE VIEW reconciled_item AS ' || shown;
                SELECT ((MAX(row_id) >> 32) + 1) << 32 INTO behind FROM reconciled_item_row_before;
                IF behind IS NULL THEN
                    DROP TABLE reconciled_item_row_before;
                ELSE
                    EXECUTE format('ALTER TABLE reconciled_item_row ATTACH PARTITION reconciled_item_row_before'
                        || ' FOR VALUES FROM (MINVALUE) TO (%s)', behind);
                END IF;
            END $$
            """;

    /** Made apart and attached, it waits for nobody who reads the table; made as a partition at once, it would for each. */
    private static final String MAKE = """
            CREATE TABLE reconciled_item_row_{export} (LIKE reconciled_item_row INCLUDING ALL);
            ALTER TABLE reconciled_item_row
            ATTACH PARTITION reconciled_item_row_{export} FOR VALUES FROM ({first}) TO ({behind})
            """;

    /** Whoever queries the views has all partitions locked: the drop gives up before it holds up many others. */
    private static final String DROP = """
            SET LOCAL lock_timeout = '3s';
            DROP TABLE {partition}
            """;

    /** PostgreSQL. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String BEFORE = "reconciled_item_row_before";

    private static final String OF = """
            SELECT relname FROM pg_class
            WHERE oid = to_regclass('reconciled_item_row_' || CAST(? AS INTEGER)) AND relispartition
            """;

    private static final String FORGOTTEN = """
            SELECT part.relname FROM pg_inherits JOIN pg_class part ON part.oid = inhrelid
            WHERE inhparent = 'reconciled_item_row'::regclass
                AND part.relname NOT IN (SELECT 'reconciled_item_row_' || export_id FROM export_version)
            """;

    private final JdbcOperations jdbc;

    ItemPartitions(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Parts the table, in the caller's transaction; its rows are not moved. */
    public static void part(Connection postgresql) {
        new JdbcTemplate(new SingleConnectionDataSource(postgresql, true)).execute(PART);
    }

    /** Makes the partition of an export that rows are copied to, in the caller's transaction. */
    public static void make(Connection connection, int exportId) {
        new ItemPartitions(new JdbcTemplate(new SingleConnectionDataSource(connection, true))).make(exportId);
    }

    /** In the caller's transaction. */
    void make(int exportId) {
        if (isPostgresql()) {
            jdbc.execute(MAKE.replace("{export}", Integer.toString(exportId))
                    .replace("{first}", Long.toString(RowIds.first(exportId)))
                    .replace("{behind}", Long.toString(RowIds.first(exportId + 1))));
        }
    }

    /** The partition whose drop rids of the export's rows; empty if they must be deleted. */
    Optional<String> of(int exportId) {
        return isPostgresql()
                ? jdbc.queryForList(OF, String.class, exportId).stream().findFirst()
                : Optional.empty();
    }

    /** Those that outlived their export, and the one of older rows once it is empty. */
    List<String> forgotten() {
        if (!isPostgresql()) {
            return List.of();
        }
        return jdbc.queryForList(FORGOTTEN, String.class).stream()
                .filter(name -> !name.equals(BEFORE) || isEmptyBefore())
                .toList();
    }

    /**
     * In the caller's transaction.
     *
     * @throws CannotAcquireLockException after 3 s if somebody reads the table for so long
     */
    void drop(String partition) {
        try {
            jdbc.execute(DROP.replace("{partition}", partition));
        } catch (UncategorizedSQLException e) {
            SQLException refused = Objects.requireNonNull(e.getSQLException());
            throw LOCK_NOT_AVAILABLE.equals(refused.getSQLState())
                    ? new CannotAcquireLockException(partition + " is being read", refused)
                    : e;
        }
    }

    private boolean isEmptyBefore() {
        return jdbc.queryForList("SELECT row_id FROM reconciled_item_row_before ORDER BY row_id FETCH FIRST 1 ROW ONLY")
                .isEmpty();
    }

    private boolean isPostgresql() {
        return Boolean.TRUE.equals(
                jdbc.execute((ConnectionCallback<Boolean>) connection -> connection.isWrapperFor(PGConnection.class)));
    }
}
