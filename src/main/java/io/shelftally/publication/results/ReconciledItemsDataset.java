package io.shelftally.publication.results;

import static io.shelftally.publication.results.Columns.all;
import static io.shelftally.publication.results.Columns.joined;
import static io.shelftally.publication.results.Columns.optional;
import static io.shelftally.publication.results.Columns.required;
import static io.shelftally.publication.results.Columns.text;

import io.shelftally.matching.product.IdentifierFlag;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.matching.reconciliation.ProductText;
import io.shelftally.matching.reconciliation.ReconciledItem;
import io.shelftally.matching.reconciliation.SettledCapture;
import io.shelftally.matching.reconciliation.Verdict;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** reconciled_items: one row a product of a reported scan. */
final class ReconciledItemsDataset {

    private static final Function<ReconciledRow, ScanPlace> SCAN = ReconciledRow::scan;
    private static final Function<ReconciledRow, ProductText> TEXT = ReconciledItemsDataset::productText;

    /** Without captures a product comes again just as it was; with them it hardly does. */
    private static final Function<ReconciledRow, @Nullable ReconciledItem> UNCAPTURED =
            ReconciledItemsDataset::uncaptured;

    private static final List<Column<ReconciledRow>> OF_SCAN = List.of(
            Columns.of(
                    SCAN,
                    required(
                            "business_date",
                            ColumnType.DATE,
                            "The night that the row belongs to.",
                            ScanPlace::businessDate)),
            Columns.of(
                    SCAN,
                    text(
                            "store_id",
                            "The store of the scan, as its line in the work list gives it.",
                            ScanPlace::storeId)),
            Columns.of(
                    SCAN,
                    text(
                            "section",
                            "The section of the store, as the scan's line in the work list gives it.",
                            ScanPlace::section)),
            Columns.of(
                    SCAN,
                    required("scan_id", ColumnType.INTEGER, "The scan, as Pensa numbers it.", ScanPlace::scanId)));

    private static final List<Column<ReconciledRow>> OF_ITEM = List.of(
            required(
                    "gtin",
                    ColumnType.TEXT,
                    "The product as a 14-digit GTIN: the report's where a report has the product, else the captures'.",
                    row -> row.item().gtin().digits()),
            required(
                    "verdict",
                    all(Verdict.class),
                    "What captures and reports together say about the product in this scan.",
                    row -> row.item().verdict()),
            required(
                    "captured",
                    ColumnType.BOOLEAN,
                    "Whether a settled capture of this scan is of this product.",
                    row -> row.item().captured()),
            optional(
                    "seen",
                    ColumnType.BOOLEAN,
                    "Whether ITEMS_SEEN lists the product, or a list of facings where that is unknown; empty if nobody can tell.",
                    row -> row.item().seen().orElse(null)),
            optional(
                    "out_of_stock",
                    ColumnType.BOOLEAN,
                    "Whether OOS lists the product; empty if nobody can tell.",
                    row -> row.item().outOfStock().orElse(null)),
            optional(
                    "match_method",
                    all(MatchMethod.class),
                    "The strongest method by which a capture was matched to the product; empty if none was.",
                    row -> row.item().matchMethod()),
            required(
                    "reason",
                    ColumnType.TEXT,
                    "The three values behind the verdict, such as \"captured=yes seen=no oos=unknown\".",
                    row -> row.item().reason()),
            required(
                    "capture_count",
                    ColumnType.INTEGER,
                    "How many captures stand behind the row.",
                    row -> row.item().captures().size()),
            text(
                    "capture_ids",
                    "The captures behind the row, sorted and joined by \"|\".",
                    row -> joined(row.item().captures(), SettledCapture::captureId)),
            text(
                    "capture_status",
                    "The distinct statuses of those captures, sorted and joined by \"|\".",
                    row -> joined(row.item().captures(), SettledCapture::status)),
            text(
                    "identifier_flags",
                    "What is remarkable about the identifiers of captures and reports, sorted and joined by \"|\".",
                    row -> joined(row.item().flags(), IdentifierFlag::name)),
            Columns.of(
                    TEXT,
                    text(
                            "product_name",
                            "The product's name from the first report that has it.",
                            ProductText::productName)),
            Columns.of(
                    TEXT, text("brand", "The product's brand from the first report that has it.", ProductText::brand)),
            Columns.of(
                    TEXT,
                    text(
                            "category",
                            "The product's category from the first report that has it.",
                            ProductText::category)),
            Columns.of(
                    TEXT,
                    text(
                            "manufacturer",
                            "The product's manufacturer from the first report that has it.",
                            ProductText::manufacturer)),
            Columns.of(
                    TEXT,
                    text(
                            "product_id",
                            "Pensa's id of the product from the first report that has it.",
                            ProductText::productId)),
            Columns.of(
                    TEXT,
                    text(
                            "brand_id",
                            "Pensa's id of the brand from the first report that has it.",
                            ProductText::brandId)),
            Columns.of(
                    TEXT,
                    text(
                            "category_id",
                            "Pensa's id of the category from the first report that has it.",
                            ProductText::categoryId)),
            Columns.of(
                    TEXT,
                    text(
                            "manufacturer_id",
                            "Pensa's id of the manufacturer from the first report that has it.",
                            ProductText::manufacturerId)),
            Columns.of(
                    TEXT,
                    text(
                            "upc",
                            "The product's code exactly as the first report that has it gives it.",
                            ProductText::upc)),
            optional(
                    "facings",
                    ColumnType.INTEGER,
                    "How many facings the first report gives that has a number; empty if none does.",
                    row -> row.item().facings()),
            optional(
                    "expected_facings",
                    ColumnType.INTEGER,
                    "How many facings were expected, from the first report that says; empty if none does.",
                    row -> row.item().expectedFacings()),
            optional(
                    "duplicate_count",
                    ColumnType.INTEGER,
                    "How many further lines of the report have the same product; empty if no report has it.",
                    row -> row.item().duplicateCount()),
            closient(
                    "closient_product_short_id",
                    "Closient's id of the product, from the first of capture_ids.",
                    SettledCapture::productShortId),
            closient(
                    "closient_product_name",
                    "Closient's name of the product, from the first of capture_ids.",
                    SettledCapture::productName));

    static final Dataset<ReconciledRow> DATASET = new Dataset<>(
            "reconciled_items",
            "One row for every product of every reported scan, with what the sources together say about it.",
            columns(),
            List.of("scan_id", "gtin"));

    private ReconciledItemsDataset() {}

    private static List<Column<ReconciledRow>> columns() {
        return Stream.concat(OF_SCAN.stream(), OF_ITEM.stream().map(column -> column.within(UNCAPTURED)))
                .toList();
    }

    private static Column<ReconciledRow> closient(
            String name, String description, Function<SettledCapture, @Nullable String> value) {
        return text(name, description, row -> {
            List<SettledCapture> captures = row.item().captures();
            return captures.isEmpty() ? null : value.apply(captures.get(0));
        });
    }

    private static @Nullable ReconciledItem uncaptured(ReconciledRow row) {
        return row.item().captured() ? null : row.item();
    }

    private static ProductText productText(ReconciledRow row) {
        return row.item().text();
    }
}
