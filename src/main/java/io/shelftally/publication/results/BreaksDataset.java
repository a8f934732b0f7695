package io.shelftally.publication.results;

import static io.shelftally.publication.results.Columns.all;
import static io.shelftally.publication.results.Columns.optional;
import static io.shelftally.publication.results.Columns.required;
import static io.shelftally.publication.results.Columns.text;

import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.Verdict;
import java.util.List;

/** breaks: one row a break. */
final class BreaksDataset {

    private static final List<Verdict> BREAK_VERDICTS =
            all(Verdict.class).stream().filter(Verdict::isBreak).toList();

    static final Dataset<Break> DATASET = new Dataset<>(
            "breaks",
            "One row for every break that is open at the end of the night or was closed by it.",
            List.of(
                    required(
                            "place",
                            ColumnType.TEXT,
                            "Where the scan was taken: store and section, else \"area:\" and the scan area, else \"scan:\" and the scan.",
                            Break::place),
                    text("store_id", "The store, where the work list gives it.", Break::storeId),
                    text("section", "The section of the store, where the work list gives it.", Break::section),
                    required(
                            "gtin",
                            ColumnType.TEXT,
                            "The product as a 14-digit GTIN.",
                            row -> row.gtin().digits()),
                    text("product_name", "The product's name from Pensa, else from Closient.", Break::productName),
                    required("opened_on", ColumnType.DATE, "The first night of the break.", Break::openedOn),
                    required(
                            "last_seen_on",
                            ColumnType.DATE,
                            "The latest night on which the product had a break verdict there.",
                            Break::lastSeenOn),
                    optional(
                            "closed_on",
                            ColumnType.DATE,
                            "The night that closed the break; empty while it is open.",
                            Break::closedOn),
                    required(
                            "nights",
                            ColumnType.INTEGER,
                            "The number of nights on which the product had a break verdict there.",
                            Break::nights),
                    required(
                            "first_verdict",
                            BREAK_VERDICTS,
                            "The break verdict of the first night.",
                            Break::firstVerdict),
                    required(
                            "latest_verdict",
                            BREAK_VERDICTS,
                            "The break verdict of the latest night that had one.",
                            Break::latestVerdict),
                    optional(
                            "previous_opened_on",
                            ColumnType.DATE,
                            "When the closed break that this one came back from was opened; empty if there was none.",
                            Break::previousOpenedOn)),
            List.of("place", "gtin", "opened_on"));

    private BreaksDataset() {}
}
