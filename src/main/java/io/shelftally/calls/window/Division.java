package io.shelftally.calls.window;

import java.util.List;

/**
 * How the processes that call a vendor divide its places; pure. Each lets go of what is beyond its share as soon as no call of
 * it is in flight, and takes only what nobody has. So there are never more calls in flight than places, whoever comes and goes.
 *
 * @param rows of the processes by age; the eldest says how many places there are
 * @param turn moves on from time to time, and with it who has one of places that are fewer than processes
 */
record Division(List<ShareRow> rows, long turn) {

    /** Places that there are. */
    int all() {
        return rows.get(0).all();
    }

    /** What a process should have. */
    int share(String holder) {
        int sharers = rows.size();
        int rank = rank(holder);
        boolean isFew = all() < sharers;
        int place = isFew ? Math.floorMod(rank - turn, sharers) : rank;
        return all() / sharers + (place < all() % sharers ? 1 : 0);
    }

    /**
     * What a process has from now on.
     *
     * @param taken places of it that have a call in flight; it takes no further ones beyond its share
     */
    int places(String holder, int taken) {
        int has = rows.get(rank(holder)).places();
        int share = share(holder);
        int ofOthers = rows.stream().mapToInt(ShareRow::places).sum() - has;
        return share <= has ? Math.max(share, Math.min(has, taken)) : Math.max(has, Math.min(share, all() - ofOthers));
    }

    boolean leads(String holder) {
        return rank(holder) == 0;
    }

    long refused() {
        return rows.stream().mapToLong(ShareRow::refused).sum();
    }

    private int rank(String holder) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).holder().equals(holder)) {
                return i;
            }
        }
        throw new IllegalArgumentException(holder + " has no row");
    }
}
