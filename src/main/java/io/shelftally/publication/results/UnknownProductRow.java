package io.shelftally.publication.results;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.ProductText;
import io.shelftally.matching.reconciliation.UnknownReason;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of unknown_products.csv; its key is the GTIN.
 *
 * @param otherReading the second candidate of a capture
 * @param captures the lines of captures.csv that have it
 * @param stores the distinct stores of those lines
 * @param firstDate of the first of those captures that says when it was made; null where none does
 * @param lastDate likewise of the last
 */
public record UnknownProductRow(
        Gtin gtin,
        Optional<Gtin> otherReading,
        Words words,
        int captures,
        int stores,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate,
        Optional<UnknownReason> reason) {

    public UnknownProductRow {
        if (captures < 1 || stores < 0 || stores > captures) {
            throw new IllegalArgumentException(captures + " captures in " + stores + " stores");
        }
    }

    /** What reports call it; null is none, and never the empty text. */
    public record Words(
            @Nullable String productName,
            @Nullable String brand,
            @Nullable String manufacturer,
            @Nullable String category) {

        /** Of a product that no report names. */
        public static final Words NONE = new Words(null, null, null, null);

        public static Words of(ProductText text) {
            return new Words(text.productName(), text.brand(), text.manufacturer(), text.category());
        }

        /** These words, and the other ones where there is none. */
        public Words orElse(Words other) {
            return new Words(
                    productName == null ? other.productName : productName,
                    brand == null ? other.brand : brand,
                    manufacturer == null ? other.manufacturer : manufacturer,
                    category == null ? other.category : category);
        }

        public boolean areComplete() {
            return productName != null && brand != null && manufacturer != null && category != null;
        }
    }
}
