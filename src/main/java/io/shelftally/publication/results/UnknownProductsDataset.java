package io.shelftally.publication.results;

import static io.shelftally.publication.results.Columns.all;
import static io.shelftally.publication.results.Columns.optional;
import static io.shelftally.publication.results.Columns.required;
import static io.shelftally.publication.results.Columns.text;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.reconciliation.UnknownReason;
import java.util.List;

/** unknown_products: one row a product that Closient does not know. */
final class UnknownProductsDataset {

    static final Dataset<UnknownProductRow> DATASET = new Dataset<>(
            "unknown_products",
            "One row for every product that captures of the night are of and that Closient does not know.",
            List.of(
                    required(
                            "gtin",
                            ColumnType.TEXT,
                            "The product as a 14-digit GTIN: that of captures with the status NOT_FOUND.",
                            row -> row.gtin().digits()),
                    text(
                            "other_reading",
                            "The other GTIN that the code may stand for; empty if it has one reading.",
                            row -> row.otherReading().map(Gtin::digits).orElse(null)),
                    text(
                            "product_name",
                            "The product's name in the night's reports, else that of the other reading.",
                            row -> row.words().productName()),
                    text(
                            "brand",
                            "The product's brand, likewise.",
                            row -> row.words().brand()),
                    text(
                            "manufacturer",
                            "The product's manufacturer, likewise.",
                            row -> row.words().manufacturer()),
                    text(
                            "category",
                            "The product's category, likewise.",
                            row -> row.words().category()),
                    required(
                            "captures",
                            ColumnType.INTEGER,
                            "How many captures of the night are of the product.",
                            UnknownProductRow::captures),
                    required(
                            "stores",
                            ColumnType.INTEGER,
                            "In how many stores they were made, as far as these are known.",
                            UnknownProductRow::stores),
                    optional(
                            "first_date",
                            ColumnType.DATE,
                            "The day of the first of those captures, in the zone of the business dates.",
                            UnknownProductRow::firstDate),
                    optional(
                            "last_date",
                            ColumnType.DATE,
                            "The day of the last of those captures, in the same zone.",
                            UnknownProductRow::lastDate),
                    optional(
                            "reason",
                            all(UnknownReason.class),
                            "Why it may be unknown, as far as the code itself tells.",
                            UnknownProductRow::reason)),
            List.of("gtin"));

    private UnknownProductsDataset() {}
}
