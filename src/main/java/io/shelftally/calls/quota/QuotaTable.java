package io.shelftally.calls.quota;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The three tables of the ledger; all SQL is that of H2 and PostgreSQL alike. */
final class QuotaTable {

    /** A slot's time and its calls. */
    record SlotRow(long freesAt, int calls) {}

    private final JdbcClient db;
    private final String key;

    QuotaTable(JdbcClient db, String key) {
        this.db = db;
        this.key = key;
    }

    boolean isMissing() {
        return row("select count(*) from quota_ledger where ledger_key = :key")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void create(long wall) {
        row("""
                insert into quota_ledger (ledger_key, seen_ms, wall_ms, blocked_until_ms)
                values (:key, :wall, :wall, 0)""").param("wall", wall).update();
    }

    /** The key's row, locked until the transaction ends. */
    LedgerRow lock() {
        return ledger("select seen_ms, wall_ms, blocked_until_ms from quota_ledger where ledger_key = :key for update");
    }

    LedgerRow read() {
        return ledger("select seen_ms, wall_ms, blocked_until_ms from quota_ledger where ledger_key = :key");
    }

    void save(LedgerRow ledger) {
        row("""
                update quota_ledger
                set seen_ms = :seen, wall_ms = :wall, blocked_until_ms = :blocked
                where ledger_key = :key""")
                .param("seen", ledger.seenMillis())
                .param("wall", ledger.wallMillis())
                .param("blocked", ledger.blockedUntilMillis())
                .update();
    }

    /** What the vendor last said of each window; absent if nothing. */
    Map<Window, VendorWord> words() {
        Map<Window, VendorWord> words = new EnumMap<>(Window.class);
        row("""
                select window_seconds, vendor_limit, spare, spare_until_ms
                from quota_window where ledger_key = :key""").query(rows -> {
            words.put(Window.of(rows.getInt(1)), new VendorWord(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
        });
        return words;
    }

    void save(Window window, VendorWord word) {
        int changed = word("""
                update quota_window
                set vendor_limit = :limit, spare = :spare, spare_until_ms = :until
                where ledger_key = :key and window_seconds = :window""", window, word);
        if (changed == 0) {
            word("""
                    insert into quota_window (ledger_key, window_seconds, vendor_limit, spare, spare_until_ms)
                    values (:key, :window, :limit, :spare, :until)""", window, word);
        }
    }

    void freeSlots(long now) {
        row("delete from quota_slot where ledger_key = :key and frees_at_ms <= :now")
                .param("now", now)
                .update();
    }

    void change(SlotChanges.Slot slot, WindowUse change) {
        int changed = slot("""
                update quota_slot set calls = calls + :calls, pending = pending + :pending
                where ledger_key = :key and window_seconds = :window and frees_at_ms = :freesAt""", slot, change);
        if (changed == 0 && change.calls() > 0) {
            slot("""
                    insert into quota_slot (ledger_key, window_seconds, frees_at_ms, calls, pending)
                    values (:key, :window, :freesAt, :calls, :pending)""", slot, change);
        }
    }

    /** The calls in each window that are not free yet; absent if there are none. */
    Map<Window, WindowUse> uses(long now) {
        Map<Window, WindowUse> uses = new EnumMap<>(Window.class);
        row("""
                select window_seconds, sum(calls), sum(pending)
                from quota_slot where ledger_key = :key and frees_at_ms > :now
                group by window_seconds""").param("now", now).query(rows -> {
            uses.put(Window.of(rows.getInt(1)), new WindowUse(rows.getLong(2), rows.getLong(3)));
        });
        return uses;
    }

    /** The slots of a window, the next to be freed first. */
    List<SlotRow> slots(Window window) {
        return row("""
                select frees_at_ms, calls from quota_slot
                where ledger_key = :key and window_seconds = :window
                order by frees_at_ms""")
                .param("window", window.seconds())
                .query((rows, number) -> new SlotRow(rows.getLong(1), rows.getInt(2)))
                .list();
    }

    private LedgerRow ledger(String sql) {
        return row(sql).query((rows, number) -> new LedgerRow(rows.getLong(1), rows.getLong(2), rows.getLong(3)))
                .single();
    }

    private int word(String sql, Window window, VendorWord word) {
        return row(sql).param("window", window.seconds())
                .param("limit", word.limit())
                .param("spare", word.spare())
                .param("until", word.spareUntilMillis())
                .update();
    }

    private int slot(String sql, SlotChanges.Slot slot, WindowUse change) {
        return row(sql).param("window", slot.window().seconds())
                .param("freesAt", slot.freesAt())
                .param("calls", change.calls())
                .param("pending", change.pending())
                .update();
    }

    private JdbcClient.StatementSpec row(String sql) {
        return db.sql(sql).param("key", key);
    }
}
