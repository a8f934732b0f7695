package io.shelftally.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.oned.UPCEReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpcETests {

    @ParameterizedTest
    @CsvSource({
        "124560, 012000004568",
        "275831, 027100005834",
        "412022, 041200002029",
        "876543, 087600000548",
        "753774, 075370000073",
        "213756, 021375000068",
        "517019, 051701000097",
        "123456, 012345000065",
        "751233, 075100000236"
    })
    void aPayloadExpandsToItsPublishedUpcA(String payload, String upcA) {
        String eight = "0" + payload + upcA.charAt(11);

        assertThat(UpcE.expansion(eight)).contains(new Gtin("00" + upcA));
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '1'})
    void everyPayloadExpandsAsAnotherImplementationExpandsIt(char system) {
        for (int i = 0; i < 1_000_000; i++) {
            String payload = String.valueOf(1_000_000 + i).substring(1);

            String data = UpcE.expand(system, payload);

            String expected = UPCEReader.convertUPCEtoUPCA(system + payload + "0");
            if (!expected.startsWith(data) || data.length() != 11) {
                assertThat(data).as("payload %s", payload).isEqualTo(expected.substring(0, 11));
            }
        }
    }

    @Test
    void fiftyEightPercentOfAllRightUpcEAreRightAsAGtin8() {
        int rightAsBoth = 0;
        for (int payload = 0; payload < 2_000_000; payload++) {
            String seven = String.valueOf(10_000_000 + payload).substring(1);
            String data = UpcE.expand(seven.charAt(0), seven.substring(1));

            rightAsBoth += CheckDigit.of(data) == CheckDigit.of(seven) ? 1 : 0;
        }

        assertThat(rightAsBoth).isEqualTo(1_160_000);
    }

    @Test
    void everyRightUpcEThatBeginsWith0IsReadAsItsExpansion() {
        for (int payload = 1; payload < 1_000_000; payload++) {
            String seven = String.valueOf(10_000_000 + payload).substring(1);
            String data = UpcE.expand('0', seven.substring(1));

            Gtin expected = Gtin.withCheckDigit(data);
            boolean isRead = IdentifierReader.read(seven + CheckDigit.of(data))
                    .map(Identifier::gtin)
                    .filter(expected::equals)
                    .isPresent();
            if (isRead == Digits.areZeros(data)) {
                assertThat(isRead).as("payload %s", seven).isEqualTo(!isRead);
            }
        }
    }

    @Test
    void aWrongCheckDigitMakesItNoCandidate() {
        assertThat(UpcE.expansion("01245607")).isEmpty();
    }

    @Test
    void aNumberSystemAboveOneMakesItNoCandidate() {
        String data = UpcE.expand('2', "123456");

        assertThat(UpcE.expansion("2123456" + CheckDigit.of(data))).isEmpty();
    }
}
