package io.shelftally.operations.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.product.Gtin;
import io.shelftally.matching.product.IdentifierReader;
import io.shelftally.matching.product.VariableWeight;
import io.shelftally.matching.reconciliation.ProductText;
import io.shelftally.matching.reconciliation.ReportProduct;
import io.shelftally.matching.reconciliation.SettledCapture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearnessTests {

    @ParameterizedTest
    @CsvSource({
        "00012000111020, 10012000111027, PACKAGING_LEVEL",
        "00012000111020, 00012000111028, CHECK_DIGIT",
        "00012000111020, 00012000110120, TRANSPOSED",
        "00012000111020, 00021000111020, TRANSPOSED",
        "00012000111020, 00012000411020, ONE_DIGIT",
        "00012000111020, 00012000111037, FIRST_12",
    })
    void twoGtinsAreNearInOneWay(String one, String other, Nearness nearness) {
        assertThat(Nearness.of(one, other)).contains(nearness);
        assertThat(Nearness.of(other, one)).contains(nearness);
    }

    @ParameterizedTest
    @CsvSource({
        "00012000111020, 00012000111020",
        "00012000111020, 00012999111020",
        "00012000111020, 00012000121120",
        "00012000111020, 20021000111020",
    })
    void equalGtinsAndThoseFarApartAreNotNear(String one, String other) {
        assertThat(Nearness.of(one, other)).isEmpty();
        assertThat(Nearness.of(other, one)).isEmpty();
    }

    @Test
    void productsAndCapturesThatAreNearAreToldTheMostTellingFirstEachOnce() {
        ReportLine line = line("012000411020");
        ComparedCapture caseOfIt = capture("10012000111027");

        List<Near> near =
                Near.to(new Gtin("00012000111020"), List.of(line, line, line("049000000450")), List.of(caseOfIt));

        assertThat(near)
                .containsExactly(
                        new Near("10012000111027", Nearness.PACKAGING_LEVEL, "capture sidKfGZxFsgTJk58WrQXDD"),
                        new Near("00012000411020", Nearness.ONE_DIGIT, "ITEMS_SEEN: Soda"));
    }

    private static ReportLine line(String upc) {
        ProductText text = new ProductText("Soda", null, null, null, null, null, null, null, upc);
        return ReportLine.of(
                "ITEMS_SEEN",
                new ReportProduct(IdentifierReader.read(upc).orElseThrow(), text, null, null),
                VariableWeight.NONE);
    }

    private static ComparedCapture capture(String code) {
        SettledCapture settled = new SettledCapture(
                "sidKfGZxFsgTJk58WrQXDD",
                "COMPLETED",
                IdentifierReader.read(code).orElseThrow(),
                null,
                null);
        return ComparedCapture.of(settled, VariableWeight.NONE, null, code);
    }
}
