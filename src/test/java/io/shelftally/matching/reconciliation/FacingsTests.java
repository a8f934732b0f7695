package io.shelftally.matching.reconciliation;

import static io.shelftally.matching.reconciliation.Evidence.facings;
import static io.shelftally.matching.reconciliation.ReportType.FACINGS_SEEN;
import static io.shelftally.matching.reconciliation.ReportType.FULL_FACINGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of facings beside ITEMS_SEEN and in its place (docs/rules.md, "Matching" and "Verdicts"). */
class FacingsTests {

    private static final String COLA = "012345678905";
    private static final String TEA = "9506000134352";

    @Test
    void aListOfFacingsTellsWhatWasSeenWhereItemsSeenIsUnknown() {
        assertThat(captured(new Evidence().list(FACINGS_SEEN, facings(COLA, 2L))))
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(captured(new Evidence().list(FULL_FACINGS, facings(COLA, 2L))))
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(captured(new Evidence().list(FULL_FACINGS, facings(TEA, 2L))))
                .isEqualTo(Verdict.CAPTURED_NOT_SEEN);
    }

    @Test
    void aLineWithoutANumberIsSeenAndALineOfZeroIsNot() {
        assertThat(captured(new Evidence().list(FACINGS_SEEN, facings(COLA, null))))
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(captured(new Evidence().list(FACINGS_SEEN, facings(COLA, 0L))))
                .isEqualTo(Verdict.CAPTURED_NOT_SEEN);
    }

    @Test
    void facingsSeenSpeaksBeforeFullFacings() {
        Evidence evidence = new Evidence().list(FULL_FACINGS, facings(COLA, 0L)).list(FACINGS_SEEN, facings(COLA, 1L));

        assertThat(captured(evidence)).isEqualTo(Verdict.CONFIRMED);
        assertThat(captured(new Evidence().list(FACINGS_SEEN, new String[0]).list(FULL_FACINGS, facings(COLA, 1L))))
                .isEqualTo(Verdict.CAPTURED_NOT_SEEN);
    }

    @Test
    void itemsSeenDecidesWhereItIsKnownAlsoWithZeroFacings() {
        assertThat(captured(new Evidence().seen(facings(COLA, 0L)).list(FACINGS_SEEN, facings(COLA, 0L))))
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(captured(new Evidence().seen(TEA).list(FACINGS_SEEN, facings(COLA, 3L))))
                .isEqualTo(Verdict.CAPTURED_NOT_SEEN);
    }

    @Test
    void theFacingsComeFromTheFirstListThatHasThem() {
        ReconciledItem item = new Evidence()
                .list(FULL_FACINGS, facings(COLA, 7L), facings(COLA, 8L))
                .list(FACINGS_SEEN, facings(COLA, 3L))
                .seen(COLA)
                .onlyItem();

        assertThat(item.facings()).isEqualTo(3);
        assertThat(item.duplicateCount()).isZero();
    }

    @Test
    void aLineOfZeroThatNothingElseSpeaksOfIsARowOfItsOwn() {
        ReconciledItem item = new Evidence()
                .seen(TEA)
                .list(FULL_FACINGS, facings(TEA, 0L), facings(COLA, 0L))
                .reconciled()
                .items()
                .get(0);

        assertThat(item.verdict()).isEqualTo(Verdict.EXPECTED_NOT_SEEN);
        assertThat(item.reason()).isEqualTo("captured=no seen=no oos=unknown");
        assertThat(item.facings()).isZero();
    }

    @Test
    void fullFacingsMakesNoOtherRowsWhereAnotherListTellsWhatWasSeen() {
        assertThat(rows(new Evidence().seen(TEA).list(FULL_FACINGS, facings(COLA, 3L))))
                .containsExactly(Verdict.SEEN_NOT_CAPTURED);
        assertThat(rows(new Evidence().list(FACINGS_SEEN, facings(TEA, 1L)).list(FULL_FACINGS, facings(COLA, 3L))))
                .containsExactly(Verdict.SEEN_NOT_CAPTURED);
        assertThat(rows(new Evidence().list(FULL_FACINGS, facings(COLA, 3L), facings(TEA, 0L))))
                .containsExactly(Verdict.SEEN_NOT_CAPTURED, Verdict.EXPECTED_NOT_SEEN);
    }

    /** Its words are the row's, though it makes none. */
    @Test
    void aCaptureMatchesAProductThatFullFacingsAloneHas() {
        ReconciledItem item = new Evidence()
                .seen(new String[0])
                .list(FULL_FACINGS, facings(COLA, 3L))
                .captured("a", COLA)
                .onlyItem();

        assertThat(item.verdict()).isEqualTo(Verdict.CAPTURED_NOT_SEEN);
        assertThat(item.matchMethod()).contains(MatchMethod.EXACT);
        assertThat(item.text().upc()).isEqualTo(COLA);
    }

    @Test
    void anOutOfStockProductWithZeroFacingsIsReportedOutOfStock() {
        assertThat(rows(new Evidence().list(FULL_FACINGS, facings(COLA, 0L)).outOfStock(COLA)))
                .containsExactly(Verdict.OOS_REPORTED);
    }

    @Test
    void anUnreadableListTellsNothingOfProductsThatItDoesNotName() {
        assertThat(captured(new Evidence().unreadable(ReportType.ITEMS_SEEN, facings(TEA, null))))
                .isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(captured(new Evidence().unreadable(ReportType.ITEMS_SEEN, facings(COLA, null))))
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(new Evidence()
                        .seen(COLA)
                        .unreadable(ReportType.OOS, facings(TEA, null))
                        .captured("a", COLA)
                        .reconciled()
                        .items()
                        .get(0)
                        .reason())
                .isEqualTo("captured=yes seen=yes oos=unknown");
    }

    @Test
    void anUnreadableItemsSeenIsNotReplacedByAListOfFacings() {
        Evidence evidence = new Evidence().unreadable(ReportType.ITEMS_SEEN).list(FACINGS_SEEN, facings(COLA, 3L));

        assertThat(rows(evidence)).isEmpty();
        assertThat(captured(evidence)).isEqualTo(Verdict.NOT_COMPARABLE);
    }

    @Test
    void aLineOfZeroSaysNoBesideAListThatCannotBeRead() {
        Evidence evidence = new Evidence().unreadable(ReportType.ITEMS_SEEN).list(FULL_FACINGS, facings(COLA, 0L));

        assertThat(rows(evidence)).containsExactly(Verdict.EXPECTED_NOT_SEEN);
        assertThat(captured(evidence)).isEqualTo(Verdict.CAPTURED_NOT_SEEN);
        assertThat(captured(new Evidence().unreadable(FACINGS_SEEN, facings(COLA, 0L))))
                .isEqualTo(Verdict.CAPTURED_NOT_SEEN);
    }

    private static List<Verdict> rows(Evidence evidence) {
        return evidence.reconciled().items().stream()
                .map(ReconciledItem::verdict)
                .toList();
    }

    /** Of cola, captured. */
    private static Verdict captured(Evidence evidence) {
        return evidence.captured("a", COLA).reconciled().items().stream()
                .filter(ReconciledItem::captured)
                .map(ReconciledItem::verdict)
                .findFirst()
                .orElseThrow();
    }
}
