package io.shelftally.publication.results;

import static io.shelftally.publication.results.Columns.all;
import static io.shelftally.publication.results.Columns.joined;
import static io.shelftally.publication.results.Columns.optional;
import static io.shelftally.publication.results.Columns.required;
import static io.shelftally.publication.results.Columns.text;

import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierFlag;
import io.shelftally.matching.product.IdentifierKind;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.MatchMethod;
import java.util.List;

/** captures: one row a capture. */
final class CapturesDataset {

    static final Dataset<CaptureRow> DATASET = new Dataset<>(
            "captures",
            "One row for every barcode capture that the night dealt with, and how it ended.",
            List.of(
                    required(
                            "business_date",
                            ColumnType.DATE,
                            "The night that the row belongs to.",
                            CaptureRow::businessDate),
                    required(
                            "capture_id", ColumnType.TEXT, "The capture, as Closient names it.", CaptureRow::captureId),
                    optional(
                            "scan_id",
                            ColumnType.INTEGER,
                            "The scan that the capture was linked to; empty if it was linked to none.",
                            CaptureRow::scanId),
                    text("store_id", "The store of the capture's own line, else of its scan's.", CaptureRow::storeId),
                    required(
                            "outcome",
                            all(CaptureOutcome.class),
                            "Where the capture stands at the end of the night.",
                            CaptureRow::outcome),
                    text("status", "Closient's last word on the capture; empty if there was none.", CaptureRow::status),
                    required(
                            "retries",
                            ColumnType.INTEGER,
                            "How many retries of the capture were counted.",
                            CaptureRow::retries),
                    text("capture_type", "How it was captured, in Closient's words.", CaptureRow::captureType),
                    text("raw_value", "What the scanner read.", CaptureRow::rawValue),
                    text(
                            "gtin",
                            "The product as a 14-digit GTIN; empty if no identifier could be read.",
                            row -> row.identifier()
                                    .map(identifier -> identifier.gtin().digits())
                                    .orElse(null)),
                    optional(
                            "identifier_kind",
                            all(IdentifierKind.class),
                            "How the identifier was written.",
                            row -> row.identifier().map(Identifier::kind)),
                    text(
                            "identifier_flags",
                            "What is remarkable about the identifier, sorted and joined by \"|\".",
                            row -> row.identifier()
                                    .map(identifier -> joined(identifier.flags(), IdentifierFlag::name))
                                    .orElse(null)),
                    optional(
                            "match_method",
                            all(MatchMethod.class),
                            "How the capture was matched to a product of its scan; empty if it was not.",
                            CaptureRow::matchMethod),
                    text("product_short_id", "Closient's id of the product.", CaptureRow::productShortId),
                    text("product_name", "Closient's name of the product.", CaptureRow::productName),
                    text(
                            "error_code",
                            "The code of Closient's error, for UNKNOWN_CAPTURE and REJECTED.",
                            CaptureRow::errorCode),
                    text(
                            "error_message",
                            "The message of that error; for the other outcomes the message of the capture.",
                            CaptureRow::errorMessage),
                    optional("created", ColumnType.INSTANT, "When the capture was made.", CaptureRow::created),
                    optional(
                            "processed_at",
                            ColumnType.INSTANT,
                            "When Closient had processed it.",
                            CaptureRow::processedAt)),
            List.of("capture_id"));

    private CapturesDataset() {}
}
