package io.shelftally.matching.reconciliation;

/**
 * How long the night's work looks again at what nobody knows: a capture that names no scan, a scan that Pensa does not
 * return, a scan in no work list (docs/rules.md, "Outcomes of a capture").
 *
 * @param furtherNights nights after the first one, 0 or more
 */
public record Patience(int furtherNights) {

    /** Three nights after the first one. */
    public static final Patience DEFAULT = new Patience(3);

    public Patience {
        if (furtherNights < 0) {
            throw new IllegalArgumentException("nights to look again are 0 or more, not " + furtherNights);
        }
    }

    /** Whether it is not looked at again after this night, counted from 1. */
    public boolean endsOn(int night) {
        return night > furtherNights;
    }
}
