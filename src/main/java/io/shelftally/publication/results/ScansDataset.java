package io.shelftally.publication.results;

import static io.shelftally.publication.results.Columns.all;
import static io.shelftally.publication.results.Columns.optional;
import static io.shelftally.publication.results.Columns.required;
import static io.shelftally.publication.results.Columns.text;

import io.shelftally.matching.reconciliation.ScanOutcome;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** scans: one row a scan. */
final class ScansDataset {

    static final Dataset<ScanRow> DATASET = new Dataset<>(
            "scans",
            "One row for every shelf scan that the night dealt with, and how it ended.",
            List.of(
                    required(
                            "business_date",
                            ColumnType.DATE,
                            "The night that the row belongs to.",
                            row -> row.place().businessDate()),
                    required(
                            "scan_id",
                            ColumnType.INTEGER,
                            "The scan, as Pensa numbers it.",
                            row -> row.place().scanId()),
                    text(
                            "store_id",
                            "The store of the scan, as its line in the work list gives it.",
                            row -> row.place().storeId()),
                    text(
                            "section",
                            "The section of the store, as the scan's line in the work list gives it.",
                            row -> row.place().section()),
                    text("scan_area_id", "Pensa's id of the area that was scanned.", ScanRow::scanAreaId),
                    required(
                            "outcome",
                            all(ScanOutcome.class),
                            "Where the scan stands at the end of the night.",
                            ScanRow::outcome),
                    text("status", "Pensa's status of the scan, as reported.", ScanRow::status),
                    text("fast_status", "Pensa's fast status of the scan, as reported.", ScanRow::fastStatus),
                    optional(
                            "scan_timestamp",
                            ColumnType.INSTANT,
                            "When the shelf was scanned.",
                            ScanRow::scanTimestamp),
                    optional("created", ColumnType.INSTANT, "When Pensa created the scan.", ScanRow::created),
                    count(
                            "seen_count",
                            "How many rows of the scan are seen; empty if no report tells what was seen.",
                            ScanCounts::seen),
                    count(
                            "oos_count",
                            "How many rows of the scan are out of stock; empty if OOS is unknown.",
                            ScanCounts::outOfStock),
                    count("captured_count", "How many rows of the scan are captured.", ScanCounts::captured),
                    count("confirmed_count", "How many rows of the scan are CONFIRMED.", ScanCounts::confirmed),
                    count("break_count", "How many rows of the scan have a break verdict.", ScanCounts::breaks),
                    text(
                            "project_id",
                            "Pensa's id of the project, from the first of ITEMS_SEEN, FACINGS_SEEN, FULL_FACINGS and OOS that has it.",
                            ScanRow::projectId),
                    text(
                            "project_name",
                            "The name of the project, from the first of these reports that has it.",
                            ScanRow::projectName),
                    text("guid", "The text by which a capture's metadata may name the scan.", ScanRow::guid),
                    required(
                            "nights_open",
                            ColumnType.INTEGER,
                            "The number of business dates on which the scan was asked about.",
                            ScanRow::nightsOpen),
                    text(
                            "reason",
                            "Why Pensa refused the scan: an HTTP status such as \"HTTP 422\" or the word of its answer for"
                                    + " REPORT_REJECTED, the failure word of its status for FAILED.",
                            ScanRow::reason)),
            List.of("scan_id"));

    private ScansDataset() {}

    private static Column<ScanRow> count(
            String name, String description, Function<ScanCounts, @Nullable Integer> value) {
        return optional(name, ColumnType.INTEGER, description, row -> value.apply(row.counts()));
    }
}
