package io.shelftally.matching.reconciliation;

import org.jspecify.annotations.Nullable;

/** A product as one report lists it: the first line of it speaks, the further ones are counted. */
record Listing(ReportProduct first, int furtherLines) {

    /** The same line as a rule, for lists that say the same of a product share it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Listing listing && furtherLines == listing.furtherLines && first.equals(listing.first);
    }

    @Override
    public int hashCode() {
        return first.hashCode() + furtherLines;
    }

    /** The listing so far, null if there is none yet, and one line more. */
    static Listing with(@Nullable Listing soFar, ReportProduct line) {
        return soFar == null ? new Listing(line, 0) : new Listing(soFar.first, soFar.furtherLines + 1);
    }

    /** This listing, and what the other report says where this one says nothing. */
    Listing orElse(Listing other) {
        return new Listing(first.orElse(other.first), furtherLines);
    }
}
