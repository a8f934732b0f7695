package io.shelftally.night.scans;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierReader;
import io.shelftally.matching.reconciliation.ProductText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The products that reports have named, each read once and kept as one object; for any thread. */
final class NamedProducts {

    /** More than a store sells, and about 10 MB; with one more it begins anew. */
    private static final int MOST = 12_000;

    private final Map<ProductText, Named> products = new ConcurrentHashMap<>();

    /** @param identifier from the text's upc; empty if that holds none */
    record Named(ProductText text, Optional<Identifier> identifier) {

        private static Named read(ProductText text) {
            return new Named(text, Optional.ofNullable(text.upc()).flatMap(IdentifierReader::read));
        }
    }

    /** The product with these words. */
    Named of(ProductText text) {
        Named known = products.get(text);
        if (known == null) {
            known = Named.read(text);
            if (products.size() >= MOST) {
                products.clear();
            }
            products.put(text, known);
        }
        return known;
    }
}
