package io.shelftally.product;

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
                        "HTTP://id.example/a/gtin/%309506000134352"),
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
