package io.shelftally.calls.answers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Spares a vendor that is down. Not thread-safe.
 *
 * <ol>
 *   <li>Closed: every call may be made. It opens when the last so many calls all failed in passing, on at least
 *       {@value #DISTINCT_ITEMS} items: one bad item cannot open it.
 *   <li>Open: no call may be made until the pause is over; then one is let through, and with it begins the next
 *       pause, twice as long.
 *   <li>Any success closes it.
 * </ol>
 */
public final class Circuit {

    /** The failures in a row that open a circuit, unless told otherwise. */
    public static final int FAILURES = 100;

    private static final int DISTINCT_ITEMS = 32;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final int threshold;
    private final Clock clock;
    private final Set<String> items = new HashSet<>();
    private int failures;
    private Duration pause = FIRST_PAUSE;
    private Optional<Instant> nextTry = Optional.empty();

    public Circuit(Clock clock) {
        this(FAILURES, clock);
    }

    /** A circuit that opens after so many failures in a row, 1 or more. */
    public Circuit(int threshold, Clock clock) {
        if (threshold < 1) {
            throw new IllegalArgumentException("a circuit opens after 1 failure or more, not " + threshold);
        }
        this.threshold = threshold;
        this.clock = clock;
    }

    /** Whether no call may be made now. */
    public boolean isOpen() {
        return nextTry.map(clock.instant()::isBefore).orElse(false);
    }

    /** When the next call may be made; empty while the circuit is closed. */
    public Optional<Instant> nextTry() {
        return nextTry;
    }

    /** Whether a call may be made now; true is said once a pause while the circuit is not closed, so make the call. */
    public boolean letThrough() {
        if (isOpen()) {
            return false;
        }
        nextTry.ifPresent(over -> pauseAgain());
        return true;
    }

    /** A call was answered, be the answer good or bad. */
    public void succeeded() {
        failures = 0;
        items.clear();
        pause = FIRST_PAUSE;
        nextTry = Optional.empty();
    }

    /** A call for an item failed in passing. */
    public void failed(String item) {
        if (nextTry.isPresent()) {
            return;
        }
        failures++;
        if (items.size() < DISTINCT_ITEMS) {
            items.add(item);
        }
        if (failures >= threshold && items.size() >= DISTINCT_ITEMS) {
            nextTry = Optional.of(clock.instant().plus(pause));
        }
    }

    private void pauseAgain() {
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        nextTry = Optional.of(clock.instant().plus(pause));
    }
}
