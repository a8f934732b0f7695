package io.shelftally.matching.reconciliation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of a product in words, raw; null is none, and never the empty text.
 *
 * @param upc as reported, a number as its digits
 */
public record ProductText(
        @Nullable String productName,
        @Nullable String brand,
        @Nullable String category,
        @Nullable String manufacturer,
        @Nullable String productId,
        @Nullable String brandId,
        @Nullable String categoryId,
        @Nullable String manufacturerId,
        @Nullable String upc) {

    /** What is said of a product that no report has. */
    public static final ProductText NONE = new ProductText(null, null, null, null, null, null, null, null, null);

    public ProductText {
        productName = orNone(productName);
        brand = orNone(brand);
        category = orNone(category);
        manufacturer = orNone(manufacturer);
        productId = orNone(productId);
        brandId = orNone(brandId);
        categoryId = orNone(categoryId);
        manufacturerId = orNone(manufacturerId);
        upc = orNone(upc);
    }

    /** Of the ids alone: they part nearly all products, and to hash all the words of each line costs more than to compare them. */
    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(productId) + Objects.hashCode(upc);
    }

    /** These texts, and those of the other product where this one has none. */
    ProductText orElse(ProductText other) {
        if (equals(other)) {
            return this;
        }
        return new ProductText(
                first(productName, other.productName),
                first(brand, other.brand),
                first(category, other.category),
                first(manufacturer, other.manufacturer),
                first(productId, other.productId),
                first(brandId, other.brandId),
                first(categoryId, other.categoryId),
                first(manufacturerId, other.manufacturerId),
                first(upc, other.upc));
    }

    private static @Nullable String first(@Nullable String text, @Nullable String other) {
        return text == null ? other : text;
    }

    private static @Nullable String orNone(@Nullable String text) {
        return Objects.equals(text, "") ? null : text;
    }
}
