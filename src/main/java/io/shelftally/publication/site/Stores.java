package io.shelftally.publication.site;

import io.shelftally.matching.reconciliation.Break;
import io.shelftally.publication.report.ListedBreak;
import io.shelftally.publication.report.OldestBreaks;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers by store what the latest night knows, from its scans and its rows of breaks.csv; holds a few breaks a store. */
public final class Stores {

    /** So many breaks are listed on a store's page. */
    static final int BREAKS = 15;

    private static final Comparator<Store> MOST_BREAKS_FIRST = Comparator.comparingLong(Store::openBreaks)
            .reversed()
            .thenComparing(Store::storeId, Comparator.nullsLast(Comparator.naturalOrder()));

    private final LocalDate night;
    private final Map<String, Gathered> byStore = new TreeMap<>();
    private long rows;

    public Stores(LocalDate night) {
        this.night = night;
    }

    public void add(StoreScans scans) {
        of(scans.storeId()).scans = scans;
    }

    /** The next row of breaks.csv, open or closed. */
    public void add(Break one) {
        rows++;
        if (one.closedOn() == null) {
            Gathered store = of(one.storeId());
            store.open.merge(Age.of(one.openedOn(), night), 1L, Long::sum);
            store.oldest.add(new ListedBreak(rows, one));
        }
    }

    /** Those with the most open breaks first. */
    List<Store> list() {
        return byStore.values().stream()
                .map(store -> new Store(store.scans.storeId(), store.scans, store.open, store.oldest.list()))
                .sorted(MOST_BREAKS_FIRST)
                .toList();
    }

    /** Keyed so that no id is taken for none. */
    private Gathered of(@Nullable String storeId) {
        String key = storeId == null ? "" : "=" + storeId;
        return byStore.computeIfAbsent(key, none -> new Gathered(storeId));
    }

    private static final class Gathered {
        private final Map<Age, Long> open = new EnumMap<>(Age.class);
        private final OldestBreaks oldest = new OldestBreaks(BREAKS);
        private StoreScans scans;

        Gathered(@Nullable String storeId) {
            scans = new StoreScans(storeId, 0, 0, 0, 0, 0);
        }
    }
}
