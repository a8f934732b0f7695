package io.shelftally.matching.product;

import io.shelftally.fuzz.FuzzTarget;
import java.util.List;

/** Codes of any kind. */
public final class IdentifierFuzz {

    private IdentifierFuzz() {}

    public static List<FuzzTarget> targets() {
        return List.of(FuzzTarget.ofText(
                "identifiers and Digital Links",
                List.of(
                        "9506000134352",
                        "00012345678905",
                        "02758314",
                        "12345678901",
                        " ]C1 0-12345-67890-5 ",
                        "(01)09506000134352(10)ABC",
                        "0109506000134352",
                        "https://example.com/01/9506000134352/10/A?x=1#y",
                        "HTTP://id.example/a/gtin/%309506000134352",
                        "id.gs1.org/01/9506000134352",
                        "^1726123110AB\u001D0109506000134352",
                        "[01] 0950 6000 134352",
                        "urn:epc:id:sgtin:0614141.112345.400",
                        "=\"49000000450.0\"",
                        "67457-153-03",
                        "080442957X",
                        "]E3977243456100612"),
                List.of(
                        "01",
                        "(01)",
                        "/",
                        "/01/",
                        "gtin/",
                        "%3",
                        "%30",
                        "http",
                        "https://",
                        "?",
                        "#",
                        "]",
                        "]E3",
                        "]F",
                        "^",
                        "{GS}",
                        "\u001D",
                        "\uFFFD",
                        "[01]",
                        "=\"",
                        "\"",
                        "'",
                        ".0",
                        "X",
                        "\u00AD",
                        "\uFF10",
                        " ",
                        "-",
                        "\u00A0",
                        "\u200B",
                        "\uFEFF",
                        "٣",
                        "000000",
                        "0",
                        "9",
                        "\u0000"),
                text -> IdentifierReader.read(text).ifPresent(identifier -> check(text, identifier))));
    }

    /** A GTIN of 14 digits checks itself; the flags must agree with it. */
    private static void check(String text, Identifier identifier) {
        boolean isBad = identifier.flags().contains(IdentifierFlag.BAD_CHECK_DIGIT);
        boolean agrees = isBad != identifier.gtin().hasRightCheckDigit()
                && !Digits.areZeros(identifier.gtin().digits())
                && identifier.secondCandidate().map(Gtin::hasRightCheckDigit).orElse(true);
        if (!agrees) {
            throw new AssertionError("\"" + text + "\" is read as " + identifier);
        }
    }
}
