package io.shelftally.job.derivation;

import io.shelftally.matching.product.Gtin;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.UnknownProductRow.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the reports of a night call each product: each word from the first row that has one. */
final class ProductWords {

    /** More than a chain sells, and about 50 MB. */
    static final int MOST = 200_000;

    private final Predicate<Gtin> wanted;
    private final int most;
    private final Map<Gtin, Words> words = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    private boolean isWhole = true;

    private ProductWords(Predicate<Gtin> wanted, int most) {
        this.wanted = wanted;
        this.most = most;
    }

    /** Of all products, but not of more than so many. */
    static ProductWords upTo(int most) {
        return new ProductWords(gtin -> true, most);
    }

    static ProductWords of(Set<Gtin> gtins) {
        return new ProductWords(gtins::contains, Integer.MAX_VALUE);
    }

    void add(ReconciledRow row) {
        Gtin gtin = row.item().gtin();
        Words known = words.get(gtin);
        if ((known != null && known.areComplete()) || !wanted.test(gtin)) {
            return;
        }
        Words read = Words.of(row.item().text());
        if (known != null) {
            Words all = known.orElse(read);
            if (!all.equals(known)) {
                words.put(gtin, kept(all));
            }
        } else if (!read.equals(Words.NONE)) {
            addNew(gtin, read);
        }
    }

    private void addNew(Gtin gtin, Words read) {
        if (words.size() < most) {
            words.put(gtin, kept(read));
        } else {
            isWhole = false;
        }
    }

    /** Whether there was room for all products. */
    boolean isWhole() {
        return isWhole;
    }

    Words of(Gtin gtin) {
        return words.getOrDefault(gtin, Words.NONE);
    }

    /** Many products have a brand in common; its name is kept once. */
    private Words kept(Words read) {
        return new Words(read.productName(), once(read.brand()), once(read.manufacturer()), once(read.category()));
    }

    private @Nullable String once(@Nullable String word) {
        return word == null ? null : shared.computeIfAbsent(word, same -> same);
    }
}
