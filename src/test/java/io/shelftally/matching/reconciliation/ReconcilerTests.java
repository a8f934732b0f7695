package io.shelftally.matching.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.IdentifierFlag;
import io.shelftally.matching.product.IdentifierReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconcilerTests {

    private static final String COLA = "012345678905";
    private static final String CRISPS = "9506000134352";

    @Test
    void aProductThatBothSourcesHaveIsOneConfirmedRow() {
        ReconciledItem item = new Evidence()
                .seen(COLA)
                .outOfStock(new String[0])
                .captured("a", COLA)
                .onlyItem();

        assertThat(item.gtin()).isEqualTo(new Gtin("00012345678905"));
        assertThat(item.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(item.matchMethod()).contains(MatchMethod.EXACT);
        assertThat(item.reason()).isEqualTo("captured=yes seen=yes oos=no");
    }

    @Test
    void anUnknownReportIsNeitherYesNorNo() {
        ReconciledItem item = new Evidence().captured("a", COLA).onlyItem();

        assertThat(item.seen()).isEmpty();
        assertThat(item.outOfStock()).isEmpty();
        assertThat(item.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
        assertThat(item.reason()).isEqualTo("captured=yes seen=unknown oos=unknown");
    }

    @Test
    void anEmptyReportSaysNo() {
        ReconciledItem item =
                new Evidence().seen(new String[0]).captured("a", COLA).onlyItem();

        assertThat(item.seen()).contains(false);
        assertThat(item.verdict()).isEqualTo(Verdict.CAPTURED_NOT_SEEN);
    }

    @Test
    void aScanWithoutProductsAndCapturesHasNoRows() {
        Reconciliation reconciliation =
                new Evidence().seen(new String[0]).outOfStock(new String[0]).reconciled();

        assertThat(reconciliation.items()).isEmpty();
        assertThat(reconciliation.matches()).isEmpty();
    }

    @Test
    void bothReportsOfAProductAreOneRow() {
        ReconciledItem item = new Evidence().seen(COLA).outOfStock("0" + COLA).onlyItem();

        assertThat(item.verdict()).isEqualTo(Verdict.REPORT_CONFLICT);
        assertThat(item.matchMethod()).isEmpty();
        assertThat(item.captures()).isEmpty();
    }

    @Test
    void rowsAreSortedByGtin() {
        Reconciliation reconciliation = new Evidence()
                .seen(CRISPS, COLA)
                .outOfStock("96385074")
                .captured("a", "10012345678902")
                .reconciled();

        assertThat(reconciliation.items())
                .extracting(item -> item.gtin().digits())
                .containsExactly("00000096385074", "00012345678905", "09506000134352", "10012345678902");
    }

    @Test
    void capturesWithTheSameGtinThatMatchNothingShareARow() {
        Reconciliation reconciliation = new Evidence()
                .seen(CRISPS)
                .captured("b", COLA)
                .captured("a", "0" + COLA)
                .reconciled();

        ReconciledItem unmatched = reconciliation.items().get(0);
        assertThat(reconciliation.items()).hasSize(2);
        assertThat(unmatched.captures()).extracting(SettledCapture::captureId).containsExactly("a", "b");
        assertThat(unmatched.matchMethod()).isEmpty();
        assertThat(unmatched.duplicateCount()).isNull();
        assertThat(reconciliation.matches()).isEmpty();
    }

    @Test
    void repeatedLinesCollapseAndTheFirstSpeaks() {
        ReconciledItem item = new Evidence()
                .seen(
                        Evidence.product(COLA, named("first", null)),
                        Evidence.product("0" + COLA, named("second", "brand of the second")),
                        Evidence.product(COLA, named("third", null)))
                .outOfStock(COLA)
                .onlyItem();

        assertThat(item.duplicateCount()).isEqualTo(2);
        assertThat(item.text().productName()).isEqualTo("first");
        assertThat(item.text().brand()).isNull();
    }

    @Test
    void repeatedLinesOfAProductThatOosAloneHasAreCountedThere() {
        ReconciledItem item =
                new Evidence().seen(new String[0]).outOfStock(COLA, COLA).onlyItem();

        assertThat(item.duplicateCount()).isEqualTo(1);
    }

    @Test
    void whatItemsSeenDoesNotSayComesFromOosFieldByField() {
        ReportProduct seen =
                new ReportProduct(IdentifierReader.read(COLA).orElseThrow(), named("seen name", ""), null, 4L);
        ReportProduct outOfStock =
                new ReportProduct(IdentifierReader.read(COLA).orElseThrow(), named("oos name", "oos brand"), 2L, 6L);

        ReconciledItem item = new Evidence().seen(seen).outOfStock(outOfStock).onlyItem();

        assertThat(item.text()).isEqualTo(named("seen name", "oos brand"));
        assertThat(item.facings()).isEqualTo(2);
        assertThat(item.expectedFacings()).isEqualTo(4);
    }

    @Test
    void flagsAreThoseOfTheCapturesAndOfEachReading() {
        ReconciledItem item = new Evidence()
                .seen("00001245608")
                .outOfStock("000001245608")
                .captured("a", "012000004569")
                .onlyItem();

        assertThat(item.gtin()).isEqualTo(new Gtin("00012000004568"));
        assertThat(item.flags())
                .containsExactly(
                        IdentifierFlag.AMBIGUOUS_8, IdentifierFlag.BAD_CHECK_DIGIT, IdentifierFlag.ZEROS_RESTORED);
    }

    @Test
    void aRowIsOfOnePackIfItsOwnGtinDiffersFromPackToPack() {
        assertThat(new Evidence().captured("a", "2100001027506").onlyItem().isOfOnePack())
                .isTrue();
        assertThat(new Evidence().outOfStock("2100001027506").onlyItem().isOfOnePack())
                .isTrue();
        assertThat(new Evidence().captured("a", COLA).onlyItem().isOfOnePack()).isFalse();
    }

    @Test
    void aRowIsNamedByPensaElseByItsFirstCapture() {
        Evidence evidence = new Evidence().captured("b", COLA).captured("a", COLA);

        assertThat(evidence.onlyItem().productName()).contains("name of a");
        assertThat(evidence.seen(Evidence.product(COLA, named("cola", null)))
                        .onlyItem()
                        .productName())
                .contains("cola");
        assertThat(new Evidence().seen(COLA).onlyItem().productName()).isEqualTo(Optional.empty());
    }

    private static ProductText named(String name, @Nullable String brand) {
        return new ProductText(name, brand, null, null, null, null, null, null, null);
    }
}
