package io.shelftally.publication.site;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.report.SampleNight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Nights and stores that never were. */
public final class SampleSite {
    static final LocalDate LATEST = SampleNight.DATE;

    private SampleSite() {}

    /** Three nights, of which the first has no report, and a store of this id with one break. */
    public static Site of(String storeId) {
        return new Site(nights(3, Set.of(LATEST, LATEST.minusDays(1))), stores(List.of(open(storeId, 3, storeId))));
    }

    static Nights nights(int number, Set<LocalDate> reports) {
        List<KeptNight> nights = new ArrayList<>();
        for (int ago = number - 1; ago >= 0; ago--) {
            nights.add(KeptNight.of(SampleNight.summary(LATEST.minusDays(ago)), number - ago));
        }
        return new Nights(nights, reports);
    }

    static Stores stores(List<Break> breaks) {
        Stores stores = new Stores(LATEST);
        breaks.forEach(stores::add);
        return stores;
    }

    static Break open(@Nullable String storeId, int daysAgo, String text) {
        return new Break(
                storeId + "/" + text,
                storeId,
                text,
                new Gtin("00012000111020"),
                text,
                LATEST.minusDays(daysAgo),
                LATEST,
                null,
                1 + daysAgo,
                Verdict.OOS_DISPUTED,
                Verdict.CAPTURED_NOT_SEEN,
                null);
    }

    /** By name below the site's folder. */
    static Map<String, String> files(Site site) {
        Map<String, String> files = new TreeMap<>();
        site.files().forEach(file -> {
            if (files.put(file.name(), file.text().get()) != null) {
                throw new IllegalStateException(file.name() + " twice");
            }
        });
        return files;
    }
}
