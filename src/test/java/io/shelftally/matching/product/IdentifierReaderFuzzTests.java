package io.shelftally.matching.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentifierReaderFuzzTests {

    private static final List<String> PIECES = List.of(
            "http",
            "HTTPS",
            "://",
            "example.com",
            "/",
            "01/",
            "gtin/",
            "%3",
            "%",
            "?",
            "#",
            "(01)",
            "(02)",
            "01",
            "]",
            "]C1",
            "]E3",
            "]F",
            "^",
            "{FNC1}",
            "[01]",
            "=\"",
            "\"",
            "'",
            ".0",
            "X",
            "urn:epc:id:sgtin:",
            ".",
            "id.gs1.org/",
            "\uFF19",
            " ",
            "-",
            "\u00A0",
            "\u200B",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "٣",
            "x",
            "000000",
            "9506000134352",
            "12345678905",
            "02758314",
            "\u0000",
            "\u001D");

    private final Random random = new Random(20_260_101);

    @Test
    void noTextMakesItThrowAndWhatItReadsIsConsistent() {
        for (int i = 0; i < 200_000; i++) {
            String text = random.nextInt(4) == 0 ? anyCharacters() : pieces();

            IdentifierReader.read(text).ifPresent(identifier -> assertConsistent(text, identifier));
        }
    }

    @Test
    void everyRunOfDigitsReadsConsistently() {
        for (int i = 0; i < 200_000; i++) {
            String text = digits(random.nextInt(20));

            IdentifierReader.read(text).ifPresent(identifier -> assertConsistent(text, identifier));
        }
    }

    private static void assertConsistent(String text, Identifier identifier) {
        Gtin gtin = identifier.gtin();
        boolean bad = identifier.flags().contains(IdentifierFlag.BAD_CHECK_DIGIT);
        boolean consistent = !Digits.areZeros(gtin.digits())
                && bad != gtin.hasRightCheckDigit()
                && !(bad && identifier.secondCandidate().isPresent())
                && identifier.secondCandidate().map(Gtin::hasRightCheckDigit).orElse(true);
        if (!consistent) {
            assertThat(identifier).as("read from \"%s\"", text).isNull();
        }
    }

    private String pieces() {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            text.append(
                    random.nextInt(3) == 0 ? digits(random.nextInt(15)) : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private String anyCharacters() {
        char[] text = new char[random.nextInt(30)];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) random.nextInt(Character.MAX_VALUE + 1);
        }
        return new String(text);
    }

    private String digits(int length) {
        int zeros = random.nextInt(length + 1);
        StringBuilder text = new StringBuilder("0".repeat(zeros));
        while (text.length() < length) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }
}
