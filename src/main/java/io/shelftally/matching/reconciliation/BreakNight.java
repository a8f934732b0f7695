package io.shelftally.matching.reconciliation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one night showed of one break key (docs/rules.md, "Breaks").
 *
 * @param isTold whether a scan of the place was reported on this night that can tell whether the product is there
 * @param sighting empty if no row of the key had a break verdict
 */
public record BreakNight(LocalDate date, boolean isTold, Optional<BreakSighting> sighting) {

    public BreakNight {
        if (sighting.isPresent() && !isTold) {
            throw new IllegalArgumentException(sighting.get() + " is of no reported scan");
        }
    }

    /**
     * The break of the key after this night: opened, a night older, closed, or untouched; empty if there is none. A
     * night that is run again starts from the state of the night before.
     *
     * @param open the break that is open before this night
     * @param previousOpenedOn when the latest closed break of the key was opened
     * @throws IllegalArgumentException if the break was seen on this date or later already
     */
    public Optional<Break> advance(Optional<Break> open, Optional<LocalDate> previousOpenedOn) {
        if (sighting.isPresent()) {
            BreakSighting seen = sighting.get();
            return open.map(found -> found.seenAgain(seen, date))
                    .or(() -> Optional.of(seen)
                            .filter(BreakSighting::opens)
                            .map(one -> Break.opened(one, date, previousOpenedOn)));
        }
        return isTold ? open.map(found -> found.closed(date)) : open;
    }
}
