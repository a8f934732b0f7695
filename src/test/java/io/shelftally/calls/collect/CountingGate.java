package io.shelftally.calls.collect;

import io.shelftally.calls.answers.Answer;
import io.shelftally.night.run.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A gate that lets a number of calls through, once or again in every window. */
public final class CountingGate implements Gate {

    private static final Duration A_DAY = Duration.ofHours(20);

    private final int perWindow;
    private Optional<HandClock> clock = Optional.empty();
    private Duration window = A_DAY;
    private Instant windowEnds = Instant.MAX;
    private int left;
    private int open;

    public CountingGate(int perWindow) {
        this.perWindow = perWindow;
        this.left = perWindow;
    }

    CountingGate renewedEvery(HandClock given, Duration length) {
        clock = Optional.of(given);
        window = length;
        windowEnds = given.instant().plus(length);
        return this;
    }

    /** The calls that were let through and neither answered nor given back. */
    int open() {
        return open;
    }

    @Override
    public Permits take(int wanted) {
        clock.ifPresent(this::renew);
        int granted = Math.min(wanted, left);
        left -= granted;
        open += granted;
        Duration pause =
                clock.map(now -> Duration.between(now.instant(), windowEnds)).orElse(A_DAY);
        return granted == wanted
                ? new Permits(granted, Duration.ZERO, false)
                : new Permits(granted, pause, granted == 0 && pause.compareTo(Duration.ofHours(1)) > 0);
    }

    @Override
    public OptionalLong left() {
        return clock.isPresent() ? OptionalLong.empty() : OptionalLong.of(left);
    }

    @Override
    public void answered(Answer answer) {
        open--;
    }

    @Override
    public void giveBack(int unsent) {
        open -= unsent;
        left += unsent;
    }

    private void renew(HandClock now) {
        if (!now.instant().isBefore(windowEnds)) {
            left = perWindow;
            windowEnds = now.instant().plus(window);
        }
    }
}
