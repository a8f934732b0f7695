package io.shelftally.publication.results;

import io.shelftally.intake.quarantine.QuarantineCode;
import io.shelftally.intake.quarantine.QuarantineRow;
import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierFlag;
import io.shelftally.matching.product.IdentifierKind;
import io.shelftally.matching.reconciliation.Break;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.MatchMethod;
import io.shelftally.matching.reconciliation.ProductText;
import io.shelftally.matching.reconciliation.ReconciledItem;
import io.shelftally.matching.reconciliation.ScanOutcome;
import io.shelftally.matching.reconciliation.SettledCapture;
import io.shelftally.matching.reconciliation.UnknownReason;
import io.shelftally.matching.reconciliation.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of one night as the tests need them. */
public final class Rows {

    public static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    public static final Gtin COLA = new Gtin("00012000042737");
    public static final Gtin CEREAL = new Gtin("00013562002214");
    public static final String FIRST_ID = "23456789ABCDEFGHJKLMNP";
    public static final String SECOND_ID = "23456789ABCDEFGHJKLMNQ";

    private static final ProductText WORDS =
            new ProductText("Cola, 12 oz", "PepsiCo", "Soda", "PEPSICO INC.", "17", "3", "5", "7", "12000042737");
    private static final ProductText NO_WORDS = new ProductText(null, null, null, null, null, null, null, null, null);

    private Rows() {}

    public static ScanPlace place(long scanId) {
        return new ScanPlace(NIGHT, scanId, "S1", "aisle \"4\"");
    }

    /** Both lists have it, and two captures. */
    public static ReconciledRow confirmed(long scanId) {
        ReconciledItem item = new ReconciledItem(
                COLA,
                Verdict.CONFIRMED,
                true,
                Optional.of(true),
                Optional.of(false),
                Optional.of(MatchMethod.CHECK_DIGIT),
                "captured=yes seen=yes oos=no",
                List.of(settled(FIRST_ID, "NOT_FOUND", "Pepsi Cola"), settled(SECOND_ID, "COMPLETED", "Pepsi")),
                Set.of(IdentifierFlag.ZEROS_RESTORED, IdentifierFlag.BAD_CHECK_DIGIT),
                WORDS,
                4L,
                6L,
                1,
                false);
        return new ReconciledRow(place(scanId), item);
    }

    /** No report has it, and one of them is unknown. */
    public static ReconciledRow notSeen(long scanId) {
        return notSeen(scanId, null);
    }

    /** The same under Closient's name. */
    public static ReconciledRow notSeen(long scanId, @Nullable String productName) {
        ReconciledItem item = new ReconciledItem(
                CEREAL,
                Verdict.CAPTURED_NOT_SEEN,
                true,
                Optional.of(false),
                Optional.empty(),
                Optional.empty(),
                "captured=yes seen=no oos=unknown",
                List.of(settled(FIRST_ID, "COMPLETED", productName)),
                Set.of(),
                NO_WORDS,
                null,
                null,
                null,
                false);
        return new ReconciledRow(place(scanId), item);
    }

    /** A report alone has it. */
    public static ReconciledRow notCaptured(long scanId, Gtin gtin) {
        ReconciledItem item = new ReconciledItem(
                gtin,
                Verdict.SEEN_NOT_CAPTURED,
                false,
                Optional.of(true),
                Optional.of(false),
                Optional.empty(),
                "captured=no seen=yes oos=no",
                List.of(),
                Set.of(),
                WORDS,
                null,
                null,
                0,
                false);
        return new ReconciledRow(place(scanId), item);
    }

    public static CaptureRow reconciledCapture(String captureId) {
        Identifier identifier = new Identifier(
                COLA,
                Optional.of(CEREAL),
                IdentifierKind.GTIN_8,
                Set.of(IdentifierFlag.AMBIGUOUS_8, IdentifierFlag.BAD_CHECK_DIGIT));
        return new CaptureRow(
                NIGHT,
                captureId,
                Long.MAX_VALUE,
                "S1",
                CaptureOutcome.RECONCILED,
                "COMPLETED",
                1,
                "BARCODE",
                "=12000042737",
                Optional.of(identifier),
                Optional.of(MatchMethod.EXACT),
                "AbCd",
                "Cola",
                null,
                null,
                Instant.parse("2026-11-21T23:59:59.123456789Z"),
                Instant.parse("2026-11-22T00:00:00Z"));
    }

    public static CaptureRow unknownCapture(String captureId) {
        return new CaptureRow(
                NIGHT,
                captureId,
                null,
                null,
                CaptureOutcome.UNKNOWN_CAPTURE,
                null,
                0,
                null,
                null,
                Optional.empty(),
                Optional.empty(),
                null,
                null,
                "NOT_FOUND",
                "no such capture",
                null,
                null);
    }

    public static ScanRow reported(long scanId) {
        return new ScanRow(
                place(scanId),
                "77",
                ScanOutcome.REPORTED,
                "COMPLETE",
                "complete",
                Instant.parse("2026-11-21T20:00:00.5Z"),
                Instant.parse("2026-11-21T20:01:00Z"),
                new ScanCounts(5, null, 3, 2, 1),
                "9",
                "Project \uD83D\uDED2",
                "guid-1",
                2,
                null);
    }

    public static ScanRow unknownScan(long scanId) {
        return new ScanRow(
                new ScanPlace(NIGHT, scanId, null, null),
                null,
                ScanOutcome.UNKNOWN_SCAN,
                null,
                null,
                null,
                null,
                ScanCounts.NONE,
                null,
                null,
                null,
                1,
                "no such scan");
    }

    public static Break open(String place, Gtin gtin) {
        return breakOf(place, gtin, NIGHT.minusDays(2), null);
    }

    public static Break closed(String place, Gtin gtin, LocalDate openedOn) {
        return breakOf(place, gtin, openedOn, NIGHT);
    }

    private static Break breakOf(String place, Gtin gtin, LocalDate openedOn, @Nullable LocalDate closedOn) {
        return new Break(
                place,
                "S1",
                null,
                gtin,
                "Cola",
                openedOn,
                openedOn.plusDays(1),
                closedOn,
                2,
                Verdict.CAPTURED_NOT_SEEN,
                Verdict.OOS_DISPUTED,
                openedOn.minusDays(9));
    }

    public static QuarantineRow setAside(String source, String position) {
        return new QuarantineRow(
                source, position, "scan_id", null, QuarantineCode.BAD_SCAN_ID, "\"+12\" is no scan id", "a,+12,\"x\"");
    }

    public static UnknownProductRow unknownProduct(Gtin gtin) {
        return new UnknownProductRow(
                gtin,
                Optional.of(CEREAL),
                new UnknownProductRow.Words("=Cola, 12 oz", "PepsiCo", null, "Soda"),
                3,
                2,
                NIGHT.minusDays(1),
                NIGHT,
                Optional.of(UnknownReason.UPC_E));
    }

    /** Of which nothing but its code is known. */
    public static UnknownProductRow namelessProduct(Gtin gtin) {
        return new UnknownProductRow(
                gtin, Optional.empty(), UnknownProductRow.Words.NONE, 1, 0, null, null, Optional.empty());
    }

    private static SettledCapture settled(String captureId, String status, @Nullable String productName) {
        Identifier identifier = new Identifier(COLA, Optional.empty(), IdentifierKind.GTIN_12, Set.of());
        return new SettledCapture(captureId, status, identifier, "AbCd", productName);
    }
}
