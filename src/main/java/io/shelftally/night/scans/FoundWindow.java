package io.shelftally.night.scans;

import io.shelftally.calls.window.SharedWindows;
import io.shelftally.calls.window.WindowFigures;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.run.RunHistory;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** What several processes find together of the calls that Pensa bears at once, as one sees it that looks from time to time. */
public final class FoundWindow {

    private final LocalDate businessDate;
    private final SharedWindows windows;
    private final NightWrites writes;
    private final RunHistory history;
    private Optional<WindowFigures> seen = Optional.empty();

    FoundWindow(LocalDate businessDate, SharedWindows windows, NightWrites writes, RunHistory history) {
        this.businessDate = businessDate;
        this.windows = windows;
        this.writes = writes;
        this.history = history;
    }

    /** Looks, and notes in the history of the run what has changed. */
    public void look() {
        windows.found(ScanEvidence.VENDOR).ifPresent(now -> {
            WindowFigures figures = seen.map(before ->
                            new WindowFigures(true, now, Math.min(before.least(), now), Math.max(before.most(), now)))
                    .orElseGet(() -> new WindowFigures(true, now, now, now));
            if (!seen.equals(Optional.of(figures))) {
                writes.run(() -> history.window(businessDate, figures));
                seen = Optional.of(figures);
            }
        });
    }

    /** As it was seen last; empty if nobody has called yet. */
    public OptionalInt last() {
        return seen.map(WindowFigures::last).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
