package io.shelftally.job.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.Identifier;
import io.shelftally.matching.product.IdentifierKind;
import io.shelftally.matching.product.IdentifierReader;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.matching.reconciliation.ProductText;
import io.shelftally.matching.reconciliation.ReconciledItem;
import io.shelftally.matching.reconciliation.UnknownReason;
import io.shelftally.matching.reconciliation.Verdict;
import io.shelftally.publication.results.CaptureRow;
import io.shelftally.publication.results.ReconciledRow;
import io.shelftally.publication.results.ScanPlace;
import io.shelftally.publication.results.UnknownProductRow;
import io.shelftally.publication.results.UnknownProductRow.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnknownProductsTests {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);
    private static final String COLA = "00012000042737";
    private static final String CEREAL = "00013562002214";
    private static final String SECOND_READING = "00120000427370";

    private final UnknownProducts products = new UnknownProducts(TestRules.DEFAULT);

    @Test
    void everyNotFoundGtinHasOneRow() {
        products.captured(List.of(capture("b", COLA), capture("a", "12000042737"), capture("c", CEREAL)));

        assertThat(rows())
                .extracting(row -> row.gtin().digits(), UnknownProductRow::captures)
                .containsExactly(tuple(COLA, 2), tuple(CEREAL, 1));
    }

    @Test
    void onlyTheStatusNotFoundCountsInAnyCase() {
        products.captured(List.of(
                capture("a", COLA, "COMPLETED", null, null),
                capture("b", COLA, null, null, null),
                capture("c", CEREAL, "not_found", null, null)));

        assertThat(rows()).extracting(row -> row.gtin().digits()).containsExactly(CEREAL);
    }

    @Test
    void aCaptureWithoutAnIdentifierIsOfNoProduct() {
        products.captured(List.of(capture("a", "hello")));

        assertThat(rows()).isEmpty();
    }

    @Test
    void storesAreCountedOnceAndAnEmptyOneIsNone() {
        products.captured(List.of(
                capture("a", COLA, "NOT_FOUND", "S1", null),
                capture("b", COLA, "NOT_FOUND", "S1", null),
                capture("c", COLA, "NOT_FOUND", "S2", null),
                capture("d", COLA, "NOT_FOUND", "", null),
                capture("e", COLA, "NOT_FOUND", null, null)));

        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.captures()).isEqualTo(5);
            assertThat(row.stores()).isEqualTo(2);
        });
    }

    @Test
    void theDatesAreDaysOfTheZoneOfTheBusinessDates() {
        UnknownProducts inNewYork =
                new UnknownProducts(TestRules.DEFAULT.with(RuleSetting.BUSINESS_ZONE, "America/New_York"));
        List<CaptureRow> captures = List.of(
                capture("b", COLA, "NOT_FOUND", null, "2026-11-22T04:59:59.999999999Z"),
                capture("a", COLA, "NOT_FOUND", null, "2026-11-22T05:00:00Z"),
                capture("c", COLA, "NOT_FOUND", null, null));

        inNewYork.captured(captures);
        products.captured(captures);

        assertThat(inNewYork.rows(UnknownProductsTests::noMore))
                .extracting(UnknownProductRow::firstDate, UnknownProductRow::lastDate)
                .containsExactly(tuple(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22)));
        assertThat(rows())
                .extracting(UnknownProductRow::firstDate, UnknownProductRow::lastDate)
                .containsExactly(tuple(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 22)));
    }

    @Test
    void capturesThatDoNotSayWhenTheyWereMadeLeaveTheDatesEmpty() {
        products.captured(List.of(capture("a", COLA)));

        assertThat(rows())
                .extracting(UnknownProductRow::firstDate, UnknownProductRow::lastDate)
                .containsExactly(tuple(null, null));
    }

    @Test
    void theOtherReadingIsThatOfTheSmallestCaptureThatHasOne() {
        products.captured(List.of(
                capture("c", identifier(COLA, CEREAL)),
                capture("b", identifier(COLA, SECOND_READING)),
                capture("a", COLA)));

        assertThat(rows())
                .extracting(UnknownProductRow::otherReading)
                .containsExactly(Optional.of(new Gtin(SECOND_READING)));
    }

    @Test
    void eachWordComesFromTheFirstScanThatHasIt() {
        products.reconciled(List.of(
                row(1, COLA, null, "Pepsi", null, null), row(1, CEREAL, "Flakes", "Quaker", "Quaker Oats", "Cereal")));
        products.reconciled(List.of(row(2, COLA, "Cola", "PepsiCo", "PEPSICO INC.", null)));
        products.reconciled(List.of(row(3, COLA, "Cola 2", "PepsiCo", "PEPSICO", "Soda")));

        products.captured(List.of(capture("a", COLA)));

        assertThat(rows())
                .extracting(UnknownProductRow::words)
                .containsExactly(new Words("Cola", "Pepsi", "PEPSICO INC.", "Soda"));
    }

    @Test
    void aWordThatNoRowOfTheProductHasComesFromItsOtherReading() {
        products.reconciled(List.of(
                row(1, SECOND_READING, "Other", "Other brand", null, "Other category"),
                row(2, COLA, "Cola", null, null, null),
                row(3, SECOND_READING, null, null, "Other maker", null)));

        products.captured(List.of(capture("a", identifier(COLA, SECOND_READING))));

        assertThat(rows())
                .extracting(UnknownProductRow::words)
                .containsExactly(new Words("Cola", "Other brand", "Other maker", "Other category"));
    }

    @Test
    void aProductThatNoReportNamesHasNoWords() {
        products.reconciled(List.of(captureAlone(1, COLA)));

        products.captured(List.of(capture("a", COLA)));

        assertThat(rows()).extracting(UnknownProductRow::words).containsExactly(Words.NONE);
    }

    @Test
    void theFirstReasonOfAnyOfItsCapturesCounts() {
        products.captured(List.of(capture("a", "00012000042738"), capture("b", "12000042738")));
        products.captured(List.of(capture("c", "2100001027506")));

        assertThat(rows())
                .filteredOn(row -> row.gtin().digits().equals("00012000042738"))
                .extracting(UnknownProductRow::reason)
                .containsExactly(Optional.of(UnknownReason.BAD_CHECK_DIGIT));
        assertThat(rows())
                .filteredOn(row -> row.gtin().digits().equals("02100001027506"))
                .extracting(UnknownProductRow::reason)
                .containsExactly(Optional.of(UnknownReason.RESTRICTED));
    }

    @Test
    void wordsOfMoreProductsThanFitAreReadOnceMoreAndComeOutTheSame() {
        UnknownProducts narrow = new UnknownProducts(TestRules.DEFAULT, 1);
        List<ReconciledRow> night = List.of(
                row(1, CEREAL, "Flakes", null, null, null),
                row(1, SECOND_READING, null, null, "Maker", null),
                row(2, COLA, "Cola", null, null, null),
                row(3, COLA, null, "Pepsi", null, null));
        AtomicInteger readAgain = new AtomicInteger();
        List<CaptureRow> captures = List.of(capture("a", identifier(COLA, SECOND_READING)));

        products.reconciled(night);
        products.captured(captures);
        narrow.reconciled(night);
        narrow.captured(captures);

        assertThat(narrow.rows(each -> {
                    readAgain.incrementAndGet();
                    night.forEach(each);
                }))
                .isEqualTo(rows());
        assertThat(rows())
                .extracting(UnknownProductRow::words)
                .containsExactly(new Words("Cola", "Pepsi", "Maker", null));
        assertThat(readAgain).hasValue(1);
    }

    @Test
    void wordsThatNobodyAsksForAreNotReadOnceMore() {
        UnknownProducts narrow = new UnknownProducts(TestRules.DEFAULT, 0);

        narrow.reconciled(List.of(row(1, CEREAL, "Flakes", null, null, null)));

        assertThat(narrow.rows(UnknownProductsTests::noMore)).isEmpty();
    }

    private List<UnknownProductRow> rows() {
        return products.rows(UnknownProductsTests::noMore);
    }

    private static void noMore(Consumer<ReconciledRow> each) {
        throw new AssertionError("there is nothing to be read again by " + each);
    }

    private static Tuple tuple(@Nullable Object... values) {
        return Tuple.tuple(values);
    }

    private static CaptureRow capture(String id, String code) {
        return capture(id, code, "NOT_FOUND", null, null);
    }

    private static CaptureRow capture(
            String id, String code, @Nullable String status, @Nullable String store, @Nullable String created) {
        return capture(id, IdentifierReader.read(code), status, store, created);
    }

    private static CaptureRow capture(String id, Identifier identifier) {
        return capture(id, Optional.of(identifier), "NOT_FOUND", null, null);
    }

    private static CaptureRow capture(
            String id,
            Optional<Identifier> identifier,
            @Nullable String status,
            @Nullable String store,
            @Nullable String created) {
        return new CaptureRow(
                NIGHT,
                id,
                null,
                store,
                CaptureOutcome.UNLINKED,
                status,
                0,
                null,
                null,
                identifier,
                Optional.empty(),
                null,
                null,
                null,
                null,
                created == null ? null : Instant.parse(created),
                null);
    }

    private static Identifier identifier(String gtin, String second) {
        return new Identifier(new Gtin(gtin), Optional.of(new Gtin(second)), IdentifierKind.GTIN_12, Set.of());
    }

    private static ReconciledRow row(
            long scanId,
            String gtin,
            @Nullable String name,
            @Nullable String brand,
            @Nullable String manufacturer,
            @Nullable String category) {
        ProductText text = new ProductText(name, brand, category, manufacturer, null, null, null, null, gtin);
        return row(scanId, gtin, Verdict.SEEN_NOT_CAPTURED, false, text);
    }

    private static ReconciledRow captureAlone(long scanId, String gtin) {
        return row(scanId, gtin, Verdict.CAPTURED_NOT_SEEN, true, ProductText.NONE);
    }

    private static ReconciledRow row(long scanId, String gtin, Verdict verdict, boolean captured, ProductText text) {
        return new ReconciledRow(
                new ScanPlace(NIGHT, scanId, null, null),
                new ReconciledItem(
                        new Gtin(gtin),
                        verdict,
                        captured,
                        Optional.of(true),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        List.of(),
                        Set.of(),
                        text,
                        null,
                        null,
                        null,
                        false));
    }
}
