package io.shelftally.matching.product;

import static io.shelftally.matching.product.IdentifierFlag.AMBIGUOUS_8;
import static io.shelftally.matching.product.IdentifierFlag.BAD_CHECK_DIGIT;
import static io.shelftally.matching.product.IdentifierFlag.RESTRICTED;
import static io.shelftally.matching.product.IdentifierFlag.ZEROS_RESTORED;
import static io.shelftally.matching.product.IdentifierKind.GTIN_12;
import static io.shelftally.matching.product.IdentifierKind.GTIN_8;
import static io.shelftally.matching.product.IdentifierKind.UPC_A_NO_CHECK;
import static io.shelftally.matching.product.IdentifierKind.UPC_E;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EightDigitsTests {

    private static final Optional<Gtin> EIGHT = Optional.of(new Gtin("00000001245608"));
    private static final Gtin EXPANSION = new Gtin("00012000004568");

    @Test
    void rightAsGtin8AloneTheyAreAGtin8() {
        assertThat(read("02758312")).isEqualTo(single("00000002758312", GTIN_8, RESTRICTED));
    }

    @Test
    void rightAsUpcEAloneTheyAreItsExpansion() {
        assertThat(read("02758314")).isEqualTo(single("00027100005834", UPC_E));
    }

    @Test
    void wrongAsBothTheyAreAGtin8WithABadCheckDigit() {
        assertThat(read("02758311")).isEqualTo(single("00000002758311", GTIN_8, BAD_CHECK_DIGIT, RESTRICTED));
    }

    @Test
    void beginningAboveOneTheyAreNeverAUpcE() {
        assertThat(read("22758314")).isEqualTo(single("00000022758314", GTIN_8, BAD_CHECK_DIGIT, RESTRICTED));
    }

    @Test
    void rightAsBothAndBeginningWith0TheyAreAUpcEWhoseGtin8IsTheSecondCandidate() {
        assertThat(read("01245608")).isEqualTo(new Identifier(EXPANSION, EIGHT, UPC_E, Set.of(AMBIGUOUS_8)));
    }

    @Test
    void rightAsBothAndBeginningWith1TheyAreAGtin8WhoseExpansionIsTheSecondCandidate() {
        Optional<Gtin> expansion = Optional.of(new Gtin("00123456000070"));

        assertThat(read("12345670"))
                .isEqualTo(new Identifier(new Gtin("00000012345670"), expansion, GTIN_8, Set.of(AMBIGUOUS_8)));
    }

    @ParameterizedTest
    @CsvSource({"7897209, 07897209", "1245608, 01245608"})
    void aUpcEThatLostItsZeroIsReadWithTheZero(String seven, String eight) {
        Identifier whole = read(eight);

        assertThat(read(seven).gtin()).isEqualTo(whole.gtin());
        assertThat(read(seven).secondCandidate()).isEqualTo(whole.secondCandidate());
        assertThat(read(seven).kind()).isEqualTo(UPC_E);
        assertThat(read(seven).flags()).contains(ZEROS_RESTORED).containsAll(whole.flags());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2758312", "2758311", "9638507", "0000000", "0000030"})
    void sevenDigitsThatAreNoUpcEAreNoIdentifier(String text) {
        assertThat(IdentifierReader.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0000, GTIN_12", "00000, GTIN_13", "000000, GTIN_14"})
    void aLongerCodeKeepsItsKindAndIsReadByTheSameRule(String padding, IdentifierKind kind) {
        assertThat(read(padding + "02758312")).isEqualTo(single("00000002758312", kind, RESTRICTED));
        assertThat(read(padding + "02758314")).isEqualTo(single("00027100005834", kind));
        assertThat(read(padding + "02758311")).isEqualTo(single("00000002758311", kind, BAD_CHECK_DIGIT, RESTRICTED));
        assertThat(read(padding + "01245608")).isEqualTo(new Identifier(EXPANSION, EIGHT, kind, Set.of(AMBIGUOUS_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00001245608", "0001245608", "001245608"})
    void nineToElevenDigitsThatAreRightAsBothHaveTheGtin8ForTheirOneSecondCandidate(String text) {
        assertThat(read(text))
                .isEqualTo(new Identifier(EXPANSION, EIGHT, GTIN_12, Set.of(AMBIGUOUS_8, ZEROS_RESTORED)));
    }

    @Test
    void elevenDigitsThatAreRightAsGtin8AloneKeepTheReadingWithoutACheckDigit() {
        Optional<Gtin> unchecked = Optional.of(new Gtin("00000027583128"));

        assertThat(read("00002758312"))
                .isEqualTo(new Identifier(
                        new Gtin("00000002758312"), unchecked, GTIN_12, Set.of(RESTRICTED, ZEROS_RESTORED)));
    }

    @Test
    void aComputedCheckDigitMayMakeThemRightAsBoth() {
        Optional<Gtin> gtin = Optional.of(new Gtin("00000000017268"));
        Gtin expansion = new Gtin("00000172000068");

        assertThat(read("00000001726")).isEqualTo(new Identifier(expansion, gtin, UPC_A_NO_CHECK, Set.of(AMBIGUOUS_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000030", "00000040", "000000000030", "00000000000040"})
    void anExpansionToAllZerosIsNoIdentifier(String text) {
        assertThat(IdentifierReader.read(text)).isEmpty();
    }

    private static Identifier read(String text) {
        return IdentifierReader.read(text).orElseThrow();
    }

    private static Identifier single(String gtin, IdentifierKind kind, IdentifierFlag... flags) {
        return new Identifier(new Gtin(gtin), Optional.empty(), kind, Set.of(flags));
    }
}
