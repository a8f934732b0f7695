package io.shelftally.calls.window;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table call_share of PostgreSQL: a row for each process that calls a vendor; its times are the server's. */
final class ShareTable {

    /** In seconds. A process that is silent for so long calls nobody: it trusts neither its lease nor its tasks any more. */
    static final int LONGEST_SILENCE = 12;

    /** In seconds. */
    private static final int TURN = 5;

    private final JdbcClient client;

    ShareTable(JdbcClient client) {
        this.client = client;
    }

    /** One after the other, until the transaction ends. */
    void lock() {
        client.sql("LOCK TABLE call_share IN SHARE ROW EXCLUSIVE MODE").update();
    }

    void forgetTheSilent(String vendor) {
        client.sql("""
                        DELETE FROM call_share WHERE vendor = :vendor
                            AND seen_at < clock_timestamp() - :silence * INTERVAL '1 second'
                        """)
                .param("vendor", vendor)
                .param("silence", LONGEST_SILENCE)
                .update();
    }

    /** The process comes last, and has nothing, if it was not there. */
    void seen(String vendor, ShareRow mine) {
        client.sql("""
                        INSERT INTO call_share (vendor, holder, since, seen_at, places, window_size, refused)
                        VALUES (:vendor, :holder, clock_timestamp(), clock_timestamp(), 0, :all, :refused)
                        ON CONFLICT (vendor, holder)
                        DO UPDATE SET seen_at = clock_timestamp(), window_size = :all, refused = :refused
                        """)
                .param("vendor", vendor)
                .param("holder", mine.holder())
                .param("all", mine.all())
                .param("refused", mine.refused())
                .update();
    }

    /** @param all as the eldest has found, so that whoever is the eldest next can go on from there */
    void places(String vendor, String holder, int places, int all) {
        client.sql("""
                        UPDATE call_share SET places = :places, window_size = :all
                        WHERE vendor = :vendor AND holder = :holder
                        """)
                .param("places", places)
                .param("all", all)
                .param("vendor", vendor)
                .param("holder", holder)
                .update();
    }

    void leave(String vendor, String holder) {
        client.sql("DELETE FROM call_share WHERE vendor = :vendor AND holder = :holder")
                .param("vendor", vendor)
                .param("holder", holder)
                .update();
    }

    /** The places that there are for all processes; empty if none calls the vendor. */
    OptionalInt all(String vendor) {
        return client.sql("""
                        SELECT window_size FROM call_share
                        WHERE vendor = :vendor ORDER BY since, holder FETCH FIRST 1 ROW ONLY
                        """).param("vendor", vendor).query(Integer.class).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    Division division(String vendor) {
        List<ShareRow> rows = client.sql("""
                        SELECT holder, places, window_size, refused FROM call_share
                        WHERE vendor = :vendor ORDER BY since, holder
                        """)
                .param("vendor", vendor)
                .query((row, number) -> new ShareRow(row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4)))
                .list();
        long turn = client.sql("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT) / :turn")
                .param("turn", TURN)
                .query(Long.class)
                .single();
        return new Division(rows, turn);
    }
}
