package io.shelftally.matching.product;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one identifier from one text (docs/rules.md, "Reading an identifier").
 *
 * <ol>
 *   <li>What surrounds the code is taken off, layer by layer.
 *   <li>Of a link the GS1 Digital Link path is read, nothing else.
 *   <li>Of element strings the digits of Application Identifier 01 are read, of an EPC its item.
 *   <li>Of anything else spaces, dashes and empty decimals are dropped; what is left must be digits, or an ISBN-10.
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
                : WrittenText.unwrapped(text).flatMap(IdentifierReader::readUnwrapped);
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

    private static Optional<Identifier> readUnwrapped(WrittenText written) {
        String text = written.text();
        if (!written.isGs1() && DigitalLink.isLink(text)) {
            return DigitalLink.gtin(text).flatMap(CodeByLength::read);
        }
        Optional<String> item = ElementString.gtin(text).or(() -> EpcUrn.gtin(text));
        return item.isPresent() || written.isGs1()
                ? item.flatMap(CodeByLength::read)
                : PrintedCode.read(text, written.hasSupplement());
    }
}
