package io.shelftally.matching.product;

import static io.shelftally.matching.product.IdentifierFlag.BAD_CHECK_DIGIT;
import static io.shelftally.matching.product.IdentifierFlag.CASE_LEVEL;
import static io.shelftally.matching.product.IdentifierFlag.COUPON;
import static io.shelftally.matching.product.IdentifierFlag.RESTRICTED;
import static io.shelftally.matching.product.IdentifierFlag.VARIABLE_MEASURE;
import static io.shelftally.matching.product.IdentifierFlag.ZEROS_RESTORED;
import static io.shelftally.matching.product.IdentifierKind.GTIN_12;
import static io.shelftally.matching.product.IdentifierKind.GTIN_13;
import static io.shelftally.matching.product.IdentifierKind.GTIN_14;
import static io.shelftally.matching.product.IdentifierKind.GTIN_8;
import static io.shelftally.matching.product.IdentifierKind.UPC_A_NO_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierReaderTests {

    @ParameterizedTest
    @CsvSource({
        "09506000134352, 09506000134352, GTIN_14",
        "9506000134352, 09506000134352, GTIN_13",
        "012345678905, 00012345678905, GTIN_12",
        "96385074, 00000096385074, GTIN_8"
    })
    void aCodeOfAGtinsLengthGetsZerosBefore(String text, String gtin, IdentifierKind kind) {
        assertThat(IdentifierReader.read(text)).contains(plain(gtin, kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "123456", "1234567", "012345678905123", "1234567890123456", "1234567890123456789"})
    void aCodeOfAnotherLengthIsNoIdentifier(String text) {
        assertThat(IdentifierReader.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "000000000", "0000000000", "00000000000", "000000000000", "00000000000000"})
    void allZerosAreNoIdentifier(String text) {
        assertThat(IdentifierReader.read(text)).isEmpty();
    }

    @Test
    void elevenDigitsWithARightCheckDigitLostAZeroOrElseTheirCheckDigit() {
        Optional<Identifier> read = IdentifierReader.read("12345678905");

        assertThat(read)
                .contains(new Identifier(
                        new Gtin("00012345678905"),
                        Optional.of(new Gtin("00123456789050")),
                        GTIN_12,
                        Set.of(ZEROS_RESTORED)));
    }

    @Test
    void tenDigitsWithARightCheckDigitLostTwoZeros() {
        assertThat(IdentifierReader.read("1234567895"))
                .contains(
                        new Identifier(new Gtin("00001234567895"), Optional.empty(), GTIN_12, Set.of(ZEROS_RESTORED)));
    }

    @Test
    void nineDigitsWithARightCheckDigitLostThreeZeros() {
        assertThat(IdentifierReader.read("123456784"))
                .contains(
                        new Identifier(new Gtin("00000123456784"), Optional.empty(), GTIN_12, Set.of(ZEROS_RESTORED)));
    }

    @Test
    void nineDigitsWithAWrongCheckDigitAreNoIdentifier() {
        assertThat(IdentifierReader.read("123456785")).isEmpty();
    }

    @Test
    void elevenDigitsWithAWrongCheckDigitLostTheirOwn() {
        assertThat(IdentifierReader.read("01234567890")).contains(plain("00012345678905", UPC_A_NO_CHECK));
    }

    @Test
    void tenDigitsWithAWrongCheckDigitLostTheirOwnAndAZero() {
        assertThat(IdentifierReader.read("1234567890")).contains(plain("00012345678905", UPC_A_NO_CHECK));
    }

    @Test
    void aWrongCheckDigitIsFlaggedAndKept() {
        assertThat(IdentifierReader.read("1234567890123"))
                .contains(flagged("01234567890123", GTIN_13, BAD_CHECK_DIGIT));
    }

    @ParameterizedTest
    @CsvSource({
        "2345678901234, 02345678901234, GTIN_13, true",
        "2999999999994, 02999999999994, GTIN_13, true",
        "212345678909, 00212345678909, GTIN_12, true",
        "412345678903, 00412345678903, GTIN_12, true",
        "112345678902, 00112345678902, GTIN_12, false",
        "312345678906, 00312345678906, GTIN_12, false",
        "512345678900, 00512345678900, GTIN_12, false",
        "12345678900005, 12345678900005, GTIN_14, false",
        "20000004, 00000020000004, GTIN_8, true",
        "02000004, 00000002000004, GTIN_8, true",
        "42000002, 00000042000002, GTIN_8, false"
    })
    void aPrefixForUseInsideAStoreIsRestricted(String text, String gtin, IdentifierKind kind, boolean restricted) {
        Identifier identifier = IdentifierReader.read(text).orElseThrow();

        assertThat(identifier.gtin()).isEqualTo(new Gtin(gtin));
        assertThat(identifier.kind()).isEqualTo(kind);
        assertThat(identifier.flags().contains(RESTRICTED)).isEqualTo(restricted);
    }

    @ParameterizedTest
    @CsvSource({"19506000134359, CASE_LEVEL", "89506000134358, CASE_LEVEL", "99506000134355, VARIABLE_MEASURE"})
    void theFirstDigitOfFourteenNamesTheLevel(String text, IdentifierFlag flag) {
        assertThat(IdentifierReader.read(text)).contains(flagged(text, GTIN_14, flag));
    }

    @Test
    void aCaseWithARestrictedPrefixIsFlaggedAsACaseAlone() {
        assertThat(IdentifierReader.read("12012345678900")).contains(flagged("12012345678900", GTIN_14, CASE_LEVEL));
    }

    @Test
    void flagsAreSortedByName() {
        Identifier identifier = IdentifierReader.read("92012345678900").orElseThrow();

        assertThat(identifier.flags()).containsExactly(BAD_CHECK_DIGIT, VARIABLE_MEASURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A09506000134352\u00A0",
                "\uFEFF9506000134352",
                "\u200B\u200C\u200D\u20609506000134352\u200B",
                "\t9506000134352\r\n",
                "\u3000\u2007\u202F\u0085\u001D9506000134352",
                "9-506000-134352",
                "9 506 000 134 352",
                "]E09506000134352",
                " ]E09506000134352",
                "]E0 9506000134352",
                "]E0]E09506000134352",
                "'9506000134352",
                "=\"9506000134352\"",
                "9506000\u00A0134352",
                "9506000\u2010134352",
                "9506000\u00AD134352",
                "９５０６０００１３４３５２"
            })
    void whatSurroundsOrPartsTheDigitsIsDropped(String text) {
        assertThat(IdentifierReader.read(text)).contains(plain("09506000134352", GTIN_13));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9506000\u200B134352",
                "9506000\u2212134352",
                "٩٥٠٦٠٠٠١٣٤٣٥٢",
                "9506000134352x",
                "+9506000134352",
                "9.506000134352E12",
                "9506000134352.5",
                "9506000134352.0.0",
                "]E",
                "]E0",
                "]EX9506000134352"
            })
    void nothingElseIsDropped(String text) {
        assertThat(IdentifierReader.read(text)).isEmpty();
    }

    @Test
    void aTextOfManyLayersIsReadInOneGo() {
        String wrapped = "' ]E0^=\"".repeat(100_000);

        assertThat(IdentifierReader.read(wrapped + "0109506000134352" + "\"".repeat(100_000)))
                .contains(plain("09506000134352", GTIN_14));
        assertThat(IdentifierReader.read(wrapped)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "512345678900, true",
        "9800000000007, true",
        "9840000000003, true",
        "9901234567892, true",
        "9850000000002, false",
        "19812345678904, false"
    })
    void aVoucherIsNoProduct(String text, boolean isCoupon) {
        assertThat(IdentifierReader.read(text).orElseThrow().flags().contains(COUPON))
                .isEqualTo(isCoupon);
    }

    @Test
    void theFirstSourceThatHoldsAnIdentifierSpeaks() {
        Optional<Identifier> read = IdentifierReader.readFirst(null, "", "n/a", "96385074", "9506000134352");

        assertThat(read).contains(plain("00000096385074", GTIN_8));
    }

    @Test
    void noSourceIsNoIdentifier() {
        assertThat(IdentifierReader.readFirst()).isEmpty();
        assertThat(IdentifierReader.readFirst(null, "00000000")).isEmpty();
    }

    private static Identifier plain(String gtin, IdentifierKind kind) {
        return new Identifier(new Gtin(gtin), Optional.empty(), kind, Set.of());
    }

    private static Identifier flagged(String gtin, IdentifierKind kind, IdentifierFlag flag) {
        return new Identifier(new Gtin(gtin), Optional.empty(), kind, Set.of(flag));
    }
}
