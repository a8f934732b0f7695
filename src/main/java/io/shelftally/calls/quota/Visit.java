package io.shelftally.calls.quota;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** One visit to the ledger, inside its transaction: first the calls that ended, then the grant. */
final class Visit {

    private final VendorQuota quota;
    private final QuotaTable table;
    private final OpenCalls open;
    private final long now;
    private final Map<Window, VendorWord> words;
    private final SlotChanges changes = new SlotChanges();
    private final Set<Window> heard = EnumSet.noneOf(Window.class);
    private long blockedUntil;

    Visit(VendorQuota quota, QuotaTable table, OpenCalls open, LedgerRow row, long now) {
        this.quota = quota;
        this.table = table;
        this.open = open;
        this.now = now;
        this.words = table.words();
        this.blockedUntil = row.blockedUntilMillis();
    }

    OpenCalls open() {
        return open;
    }

    long blockedUntil() {
        return blockedUntil;
    }

    /** Takes in that a call ended at a ledger time. */
    void end(CallEnd end, long at) {
        OptionalLong grantedAt = open.endOldest();
        for (Window window : Window.values()) {
            grantedAt.ifPresent(granted -> changes.add(window, freesWithoutAnswer(window, granted), -1, -1));
            end.limits().ifPresent(limits -> changes.add(window, window.freesAt(at), 1, 0));
        }
        end.limits().ifPresent(limits -> hear(limits, at));
    }

    /** Grants what there is room for, and counts it. */
    Grant grant(int wanted) {
        heard.forEach(window -> table.save(window, words.getOrDefault(window, VendorWord.NONE)));
        table.freeSlots(now);
        changes.forEach(table::change);
        Map<Window, WindowUse> uses = table.uses(now);
        Room room = new Room(quota.settings(), words, blockedUntil, now);
        int granted = room.calls(wanted, uses);
        count(granted);
        for (Window window : Window.values()) {
            uses.merge(window, new WindowUse(granted, granted), (use, more) -> use.plus(granted, granted));
        }
        return Grant.of(granted, granted == wanted ? Duration.ZERO : room.wait(uses, table));
    }

    private void count(int granted) {
        if (granted == 0) {
            return;
        }
        open.add(now, granted);
        SlotChanges taken = new SlotChanges();
        for (Window window : Window.values()) {
            taken.add(window, freesWithoutAnswer(window, now), granted, granted);
        }
        taken.forEach(table::change);
    }

    private void hear(RateLimits limits, long at) {
        Window restrictive = Window.restrictive(limits, quota.settings());
        for (Window window : Window.values()) {
            VendorWord before = words.getOrDefault(window, VendorWord.NONE);
            VendorWord word = before.after(limits, window, window == restrictive, at);
            if (!word.equals(before)) {
                words.put(window, word);
                heard.add(window);
            }
        }
        limits.refusedFor().ifPresent(pause -> blockedUntil = Math.max(blockedUntil, at + pause.toMillis()));
    }

    private long freesWithoutAnswer(Window window, long grantedAt) {
        return window.freesAt(grantedAt
                + QuotaLedger.LONGEST_HOLD.toMillis()
                + quota.longestCall().toMillis());
    }
}
