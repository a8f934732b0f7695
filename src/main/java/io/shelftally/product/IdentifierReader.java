package io.shelftally.product;

import java.util.Optional;

/** Reads one identifier from one text (docs/rules.md, "Reading an identifier"). */
public final class IdentifierReader {

    private IdentifierReader() {}

    /** The identifier that the text holds; empty if it holds none. Never throws. */
    public static Optional<Identifier> read(String text) {
        return Optional.empty();
    }
}
