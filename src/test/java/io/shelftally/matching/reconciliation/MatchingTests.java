package io.shelftally.matching.reconciliation;

import static io.shelftally.matching.reconciliation.MatchMethod.CHECK_DIGIT;
import static io.shelftally.matching.reconciliation.MatchMethod.EXACT;
import static io.shelftally.matching.reconciliation.MatchMethod.OTHER_READING;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.product.VariableWeight;
import io.shelftally.matching.product.WeightPattern;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTests {

    private static final String AMBIGUOUS = "12345670";
    private static final String EXPANSION = "123456000070";
    private static final String ELEVEN = "12345678905";
    private static final String ELEVEN_WITH_CHECK_DIGIT = "123456789050";

    @ParameterizedTest
    @CsvSource({
        "012345678905, 00012345678905, EXACT",
        "12345678905, 012345678905, EXACT",
        "1234567890, 012345678905, EXACT",
        "02758314, 027100005834, EXACT",
        "01245608, 012000004568, EXACT",
        "1245608, 012000004568, EXACT",
        "12345670, 123456000070, OTHER_READING",
        "123456000070, 12345670, OTHER_READING",
        "8074477762, 9788074477768, OTHER_READING",
        "080442957X, 9780804429573, EXACT",
        "12345678905, 123456789050, OTHER_READING",
        "123456789050, 12345678905, OTHER_READING",
        "1234567890123, 1234567890128, CHECK_DIGIT",
        "1234567890128, 1234567890123, CHECK_DIGIT",
        "2345678901230, 2345678901234, CHECK_DIGIT"
    })
    void aCaptureAndAProductAreTheSameItem(String captured, String listed, MatchMethod method) {
        Evidence evidence = new Evidence().seen(listed).captured("a", captured);

        assertThat(evidence.reconciled().matches()).isEqualTo(Map.of("a", method));
        assertThat(evidence.onlyItem().gtin())
                .isEqualTo(Evidence.product(listed).identifier().gtin());
    }

    @ParameterizedTest
    @CsvSource({
        "1234567890123, 1234567890124",
        "19506000134359, 9506000134352",
        "9506000134352, 19506000134359",
        "012345678905, 012345678912"
    })
    void aCaptureAndAProductAreDifferentItems(String captured, String listed) {
        Reconciliation reconciliation =
                new Evidence().seen(listed).captured("a", captured).reconciled();

        assertThat(reconciliation.matches()).isEmpty();
        assertThat(reconciliation.items()).hasSize(2);
    }

    @Test
    void twoSecondCandidatesDoNotMakeAMatch() {
        Reconciliation reconciliation =
                new Evidence().seen("10000090").captured("a", "10000000009").reconciled();

        assertThat(reconciliation.matches()).isEmpty();
    }

    @Test
    void theStrongestMethodWinsOverTheSmallerGtin() {
        Evidence evidence = new Evidence().seen(AMBIGUOUS, EXPANSION).captured("a", EXPANSION);

        assertThat(evidence.reconciled().matches()).isEqualTo(Map.of("a", EXACT));
        assertThat(evidence.reconciled().items())
                .extracting(ReconciledItem::verdict)
                .containsExactly(Verdict.SEEN_NOT_CAPTURED, Verdict.CONFIRMED);
    }

    @Test
    void ofEquallyStrongMatchesTheSmallestGtinWins() {
        Reconciliation reconciliation = new Evidence()
                .seen("1234567890127", "1234567890121", "1234567890126")
                .captured("a", "1234567890128")
                .reconciled();

        assertThat(reconciliation.items()).extracting(ReconciledItem::captured).containsExactly(true, false, false);
    }

    @Test
    void otherReadingsOfTheCaptureAndOfTheProductCompeteForTheSmallestGtin() {
        Reconciliation reconciliation = new Evidence()
                .seen("123456789500", "01234567895")
                .captured("a", "12345678950")
                .reconciled();

        assertThat(reconciliation.matches()).isEqualTo(Map.of("a", OTHER_READING));
        assertThat(reconciliation.items()).extracting(ReconciledItem::captured).containsExactly(true, false);
    }

    @Test
    void aProductMatchesAsEitherListReadIt() {
        Evidence evidence = new Evidence().seen("0" + ELEVEN).outOfStock(ELEVEN).captured("a", ELEVEN_WITH_CHECK_DIGIT);

        assertThat(evidence.reconciled().matches()).isEqualTo(Map.of("a", OTHER_READING));
        assertThat(evidence.onlyItem().verdict()).isEqualTo(Verdict.OOS_DISPUTED);
    }

    @Test
    void aRepeatedLineOfAListTakesNoPart() {
        Reconciliation reconciliation = new Evidence()
                .seen("0" + ELEVEN, ELEVEN)
                .captured("a", ELEVEN_WITH_CHECK_DIGIT)
                .reconciled();

        assertThat(reconciliation.matches()).isEmpty();
    }

    @Test
    void aRowNamesTheStrongestMethodAmongItsCaptures() {
        ReconciledItem item = new Evidence()
                .seen("1234567890128")
                .captured("a", "1234567890123")
                .captured("b", "1234567890128")
                .captured("c", "1234567890124")
                .onlyItem();

        assertThat(item.matchMethod()).contains(EXACT);
        assertThat(item.captures()).hasSize(3);
    }

    @Test
    void otherReadingsCanBeSwitchedOff() {
        Evidence evidence = new Evidence().seen(AMBIGUOUS).captured("a", EXPANSION);

        assertThat(evidence.reconciled(new MatchRules(false, true, VariableWeight.NONE))
                        .matches())
                .isEmpty();
    }

    @Test
    void wrongCheckDigitsCanBeSwitchedOff() {
        Evidence evidence = new Evidence().seen("1234567890128").captured("a", "1234567890123");

        assertThat(evidence.reconciled(new MatchRules(true, false, VariableWeight.NONE))
                        .matches())
                .isEmpty();
        assertThat(evidence.reconciled(new MatchRules(false, true, VariableWeight.NONE))
                        .matches())
                .isEqualTo(Map.of("a", CHECK_DIGIT));
    }

    @Test
    void packsOfEveryWeightAreTheOneProductOnBothSides() {
        VariableWeight weight = new VariableWeight(List.of(new WeightPattern("21IIIIIXXXXXC")));
        Evidence evidence = new Evidence()
                .seen("2100001000004", "2100001045302")
                .captured("a", "2100001027506")
                .captured("b", "2100001013004")
                .captured("c", "2100002013003");

        Reconciliation reconciliation = evidence.reconciled(new MatchRules(true, true, weight));

        assertThat(reconciliation.matches()).isEqualTo(Map.of("a", EXACT, "b", EXACT));
        assertThat(reconciliation.items())
                .extracting(item -> item.gtin().digits())
                .containsExactly("02100001000004", "02100002000003");
        assertThat(reconciliation.items().get(0).duplicateCount()).isEqualTo(1);
        assertThat(evidence.reconciled().items()).hasSize(5);
    }
}
