package io.shelftally.calls.quota;

import java.time.Duration;
import java.util.Map;

/** How many calls may be granted now by one visit, and when the next may be; pure. */
final class Room {

    private static final Duration UNTIL_AN_ANSWER = Duration.ofMillis(250);

    private final QuotaSettings settings;
    private final Map<Window, VendorWord> words;
    private final long blockedUntil;
    private final long now;

    Room(QuotaSettings settings, Map<Window, VendorWord> words, long blockedUntil, long now) {
        this.settings = settings;
        this.words = words;
        this.blockedUntil = blockedUntil;
        this.now = now;
    }

    /** The most calls in a window: our setting or the vendor's limit, whichever is less; 0 if there is neither. */
    static long limit(Window window, QuotaSettings settings, VendorWord word) {
        long set = window == Window.MINUTE ? settings.perMinute() : settings.perDay();
        long least = set == 0 || word.limit() == 0 ? Math.max(set, word.limit()) : Math.min(set, word.limit());
        return window == Window.DAY && least > 0 ? Math.max(1, withoutReserve(least, settings)) : least;
    }

    private static long withoutReserve(long limit, QuotaSettings settings) {
        return limit - (long) Math.ceil(limit * settings.reserve());
    }

    /** The calls that may be granted. */
    int calls(int wanted, Map<Window, WindowUse> uses) {
        if (blockedUntil > now) {
            return 0;
        }
        long room = wanted;
        for (Window window : Window.values()) {
            room = Math.min(room, Math.min(inWindow(window, uses), byWord(window, uses)));
        }
        return (int) Math.max(0, room);
    }

    /** How long nothing more can be granted. */
    Duration wait(Map<Window, WindowUse> uses, QuotaTable table) {
        long wait = Math.max(0, blockedUntil - now);
        for (Window window : Window.values()) {
            if (inWindow(window, uses) <= 0) {
                wait = Math.max(wait, untilSlotIsFree(window, uses, table));
            }
            if (byWord(window, uses) <= 0) {
                wait = Math.max(wait, untilWordChanges(window, uses));
            }
        }
        return Duration.ofMillis(wait);
    }

    private long inWindow(Window window, Map<Window, WindowUse> uses) {
        long limit = limit(window, settings, word(window));
        return limit == 0 ? Long.MAX_VALUE : limit - use(window, uses).calls();
    }

    /** The vendor's spare calls, less every call that it may not have counted when it said so. */
    private long byWord(Window window, Map<Window, WindowUse> uses) {
        VendorWord word = word(window);
        return word.isLive(now) ? word.spare() - use(Window.MINUTE, uses).pending() : Long.MAX_VALUE;
    }

    private long untilSlotIsFree(Window window, Map<Window, WindowUse> uses, QuotaTable table) {
        long toFree = 1 - inWindow(window, uses);
        long longest = use(window, uses).pending() > 0 ? window.length().toMillis() : Long.MAX_VALUE;
        for (QuotaTable.SlotRow slot : table.slots(window)) {
            toFree -= slot.calls();
            if (toFree <= 0) {
                return Math.min(slot.freesAt() - now, longest);
            }
        }
        return window.length().toMillis();
    }

    private long untilWordChanges(Window window, Map<Window, WindowUse> uses) {
        long lapses = word(window).spareUntilMillis() - now;
        return use(Window.MINUTE, uses).pending() > 0 ? Math.min(lapses, UNTIL_AN_ANSWER.toMillis()) : lapses;
    }

    private VendorWord word(Window window) {
        return words.getOrDefault(window, VendorWord.NONE);
    }

    private static WindowUse use(Window window, Map<Window, WindowUse> uses) {
        return uses.getOrDefault(window, WindowUse.NONE);
    }
}
