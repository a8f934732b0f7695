package io.shelftally.publication.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The shares of a night that several processes derive, each a range of its scans, and the pages of them that are written; on
 * PostgreSQL. They are of an export that is being built.
 */
public final class NightShares {

    /** What a row number has room for: so many shares, and more rows in each than it can have. */
    public static final int MOST = 64;

    private static final int ROWS_BITS = 26;

    private static final int LONGEST_MESSAGE = 2000;

    /**
     * A share: its scans are those behind one id up to another.
     *
     * @param token of the lease of the run that asks for it
     * @param scans how many they are
     */
    public record Share(
            int exportId,
            int number,
            LocalDate businessDate,
            long runId,
            long token,
            long afterScanId,
            long lastScanId,
            long scans) {}

    /**
     * What was written of a share in one transaction.
     *
     * @param rows how many reconciled rows it has
     * @param nextRowId the number behind theirs
     * @param figures what was counted, in the words of who counts
     */
    public record Page(long afterScanId, long lastScanId, long scans, long rows, long nextRowId, String figures) {}

    /**
     * How far a share is.
     *
     * @param afterScanId the last scan that is done
     * @param nextRowId the number of the next row
     */
    public record Progress(long afterScanId, long nextRowId) {}

    private final JdbcOperations jdbc;
    private final JdbcClient client;
    private final GuardedTransactions transactions;
    private final RowDeletion deletion;

    public NightShares(JdbcOperations jdbc, GuardedTransactions transactions) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.deletion = new RowDeletion(jdbc, transactions);
    }

    /** From now on the shares can be worked on; in one transaction. */
    public void begin(Collection<Share> shares) {
        transactions.run(() -> jdbc.batchUpdate("""
                INSERT INTO night_share (
                    export_id, share, business_date, run_id, token, after_scan_id, last_scan_id, scans)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, shares, Cells.ROWS_PER_BATCH, (statement, share) -> {
            statement.setInt(1, share.exportId());
            statement.setInt(2, share.number());
            statement.setObject(3, share.businessDate());
            statement.setLong(4, share.runId());
            statement.setLong(5, share.token());
            statement.setLong(6, share.afterScanId());
            statement.setLong(7, share.lastScanId());
            statement.setLong(8, share.scans());
        }));
    }

    public Optional<Share> find(int exportId, int number) {
        return client.sql("SELECT * FROM night_share WHERE export_id = :export AND share = :share")
                .param("export", exportId)
                .param("share", number)
                .query(NightShares::share)
                .optional();
    }

    /** Those that are not done. */
    public List<Share> open(int exportId) {
        return client.sql("""
                        SELECT * FROM night_share s WHERE s.export_id = :export AND NOT EXISTS (
                            SELECT 1 FROM share_page p
                            WHERE p.export_id = s.export_id AND p.share = s.share AND p.last_scan_id = s.last_scan_id)
                        ORDER BY s.share
                        """)
                .param("export", exportId)
                .query(NightShares::share)
                .list();
    }

    /** The scans that are done. */
    public long scansDone(int exportId) {
        return client.sql("SELECT COALESCE(SUM(scans), 0) FROM share_page WHERE export_id = :export")
                .param("export", exportId)
                .query(Long.class)
                .single();
    }

    public Progress progress(Share share) {
        return client.sql("""
                        SELECT last_scan_id, next_row_id FROM share_page WHERE export_id = :export AND share = :share
                        ORDER BY after_scan_id DESC FETCH FIRST 1 ROW ONLY
                        """)
                .param("export", share.exportId())
                .param("share", share.number())
                .query((row, number) -> new Progress(row.getLong(1), row.getLong(2)))
                .optional()
                .orElseGet(() -> new Progress(share.afterScanId(), firstRowId(share)));
    }

    /**
     * In the caller's transaction, which fails if there is the page already.
     *
     * @param lines of the file of reconciled rows, packed
     * @throws IllegalStateException if the share has more rows than there are numbers
     */
    public void add(Share share, Page page, byte[] lines) {
        if (page.nextRowId() > firstRowId(share) + (1L << ROWS_BITS)) {
            throw new IllegalStateException("the share " + share.number() + " has more than " + (1L << ROWS_BITS)
                    + " rows; set shelftally.workers.share=off, and run again");
        }
        client.sql("""
                        INSERT INTO share_page (
                            export_id, share, after_scan_id, last_scan_id, scans, row_count, next_row_id, figures, packed)
                        VALUES (:export, :share, :after, :last, :scans, :rows, :next, :figures, :packed)
                        """)
                .param("export", share.exportId())
                .param("share", share.number())
                .param("after", page.afterScanId())
                .param("last", page.lastScanId())
                .param("scans", page.scans())
                .param("rows", page.rows())
                .param("next", page.nextRowId())
                .param("figures", page.figures())
                .param("packed", lines)
                .update();
    }

    /**
     * Hands over what {@link #add} took, in the order of scans, one page at a time.
     *
     * @param action takes a page, and the lines of it, packed
     */
    public void forEachPage(int exportId, BiConsumer<Page, byte[]> action) {
        Optional<Place> next = Optional.of(new Place(0, -1));
        while (next.isPresent()) {
            next = handOver(exportId, next.get(), action);
        }
    }

    /** Lets the run fail that asks for the share; the first one's words stay. */
    public void fail(Share share, String message) {
        client.sql("""
                        UPDATE night_share SET message = :message
                        WHERE export_id = :export AND share = :share AND message IS NULL
                        """)
                .param("message", message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)))
                .param("export", share.exportId())
                .param("share", share.number())
                .update();
    }

    /** What lets the run fail; empty if nothing does. */
    public Optional<String> trouble(int exportId) {
        return client.sql("""
                        SELECT message FROM night_share WHERE export_id = :export AND message IS NOT NULL
                        ORDER BY share FETCH FIRST 1 ROW ONLY
                        """).param("export", exportId).query(String.class).optional();
    }

    /** Nothing of the shares is needed any more. */
    public void end(int exportId) {
        deletion.deleteSharesOf(exportId);
    }

    /** Of a page among all of an export. */
    private record Place(int share, long afterScanId) {}

    /** Returns the place of the page behind that one, once it is handed over; empty if there is none. */
    private Optional<Place> handOver(int exportId, Place before, BiConsumer<Page, byte[]> action) {
        return client.sql("""
                        SELECT * FROM share_page
                        WHERE export_id = :export AND (share, after_scan_id) > (:share, :after)
                        ORDER BY export_id, share, after_scan_id FETCH FIRST 1 ROW ONLY
                        """)
                .param("export", exportId)
                .param("share", before.share())
                .param("after", before.afterScanId())
                .query((row, number) -> {
                    Page page = page(row);
                    action.accept(page, row.getBytes("packed"));
                    return new Place(row.getInt("share"), page.afterScanId());
                })
                .optional();
    }

    private static long firstRowId(Share share) {
        return RowIds.first(share.exportId()) + ((long) share.number() << ROWS_BITS);
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        return new Share(
                row.getInt("export_id"),
                row.getInt("share"),
                StoredCells.date(row, "business_date"),
                row.getLong("run_id"),
                row.getLong("token"),
                row.getLong("after_scan_id"),
                row.getLong("last_scan_id"),
                row.getLong("scans"));
    }

    private static Page page(ResultSet row) throws SQLException {
        return new Page(
                row.getLong("after_scan_id"),
                row.getLong("last_scan_id"),
                row.getLong("scans"),
                row.getLong("row_count"),
                row.getLong("next_row_id"),
                row.getString("figures"));
    }
}
