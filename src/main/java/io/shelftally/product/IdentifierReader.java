package io.shelftally.product;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one identifier from one text (docs/rules.md, "Reading an identifier").
 *
 * <ol>
 *   <li>White space around the text and an AIM prefix are dropped.
 *   <li>Of an http(s) URL the GS1 Digital Link path is read, nothing else.
 *   <li>Of an element string the digits of Application Identifier 01 are read.
 *   <li>Of anything else spaces and hyphens are dropped; what is left must be digits.
 *   <li>The digits are read by how many there are; eight, also behind six zeros, may be a UPC-E.
 * </ol>
 */
public final class IdentifierReader {

    private static final int LONGEST = 14;

    private IdentifierReader() {}

    /** The identifier that the text holds; empty if it holds none. Never throws. */
    public static Optional<Identifier> read(String text) {
        return text.length() <= LONGEST && Digits.areAll(text)
                ? CodeByLength.read(text)
                : readUnwrapped(WrittenText.unwrapped(text));
    }

    /** The identifier of the first of these texts that holds one; null is a source that says nothing. */
    public static Optional<Identifier> readFirst(@Nullable String... sources) {
        for (String source : sources) {
            Optional<Identifier> identifier = source == null ? Optional.empty() : read(source);
            if (identifier.isPresent()) {
                return identifier;
            }
        }
        return Optional.empty();
    }

    private static Optional<Identifier> readUnwrapped(String text) {
        if (DigitalLink.isUrl(text)) {
            return DigitalLink.gtin(text).flatMap(CodeByLength::read);
        }
        return ElementString.gtin(text).or(() -> Digits.withoutGaps(text)).flatMap(CodeByLength::read);
    }
}
