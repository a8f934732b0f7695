package io.shelftally.matching.reconciliation;

import io.shelftally.matching.product.Gtin;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One product at one place that the evidence contradicts, open or closed (docs/rules.md, "Breaks"); its key is (place,
 * gtin, opened_on). What it says of the store, the section and the name is of the latest sighting.
 *
 * @param nights the nights on which it had a break verdict
 * @param closedOn null while it is open
 * @param previousOpenedOn when the closed break that it came back from was opened
 */
public record Break(
        String place,
        @Nullable String storeId,
        @Nullable String section,
        Gtin gtin,
        @Nullable String productName,
        LocalDate openedOn,
        LocalDate lastSeenOn,
        @Nullable LocalDate closedOn,
        int nights,
        Verdict firstVerdict,
        Verdict latestVerdict,
        @Nullable LocalDate previousOpenedOn) {

    public Break {
        requireOrder(lastSeenOn.isBefore(openedOn), "last seen on " + lastSeenOn, "opened on " + openedOn);
        if (closedOn != null) {
            requireOrder(!closedOn.isAfter(lastSeenOn), "closed on " + closedOn, "last seen on " + lastSeenOn);
        }
        if (nights < 1) {
            throw new IllegalArgumentException("a break has at least 1 night, not " + nights);
        }
    }

    /** A break seen for the first time, or again after an earlier one of the same key was closed. */
    static Break opened(BreakSighting sighting, LocalDate date, Optional<LocalDate> previousOpenedOn) {
        return new Break(
                sighting.place(),
                sighting.storeId(),
                sighting.section(),
                sighting.gtin(),
                sighting.productName(),
                date,
                date,
                null,
                1,
                sighting.verdict(),
                sighting.verdict(),
                previousOpenedOn.orElse(null));
    }

    /**
     * This break, one night older.
     *
     * @throws IllegalArgumentException if it is closed, of another key, or was seen on that date or later already
     */
    Break seenAgain(BreakSighting sighting, LocalDate date) {
        if (!isOpen() || !key().equals(sighting.key())) {
            throw new IllegalArgumentException(sighting + " is not of the open break " + this);
        }
        requireOrder(!date.isAfter(lastSeenOn), "seen on " + date, "last seen on " + lastSeenOn);
        return new Break(
                place,
                sighting.storeId(),
                sighting.section(),
                gtin,
                sighting.productName(),
                openedOn,
                date,
                null,
                nights + 1,
                firstVerdict,
                sighting.verdict(),
                previousOpenedOn);
    }

    /** This break as of a later night on which its place was scanned and it was no break. */
    Break closed(LocalDate date) {
        return new Break(
                place,
                storeId,
                section,
                gtin,
                productName,
                openedOn,
                lastSeenOn,
                date,
                nights,
                firstVerdict,
                latestVerdict,
                previousOpenedOn);
    }

    /** What stays the same while it comes and goes. */
    public BreakKey key() {
        return new BreakKey(place, gtin);
    }

    /** Whether no later night has shown that it is gone. */
    public boolean isOpen() {
        return closedOn == null;
    }

    private static void requireOrder(boolean wrong, String later, String earlier) {
        if (wrong) {
            throw new IllegalArgumentException("a break cannot be " + later + " when it was " + earlier);
        }
    }
}
