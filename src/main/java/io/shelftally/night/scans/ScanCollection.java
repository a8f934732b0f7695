package io.shelftally.night.scans;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.CollectionEngine;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.LaneShare;
import io.shelftally.calls.collect.StoppedException;
import io.shelftally.calls.collect.Watch;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.window.SharedWindows;
import io.shelftally.calls.window.Window;
import io.shelftally.calls.window.WindowFigures;
import io.shelftally.night.items.ItemQueue;
import io.shelftally.night.items.Part;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.run.RunHistory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Collects the scans of a night: asks for their statuses, and for the reports of each as soon as it is final. */
@Component
public class ScanCollection {

    private final ScanCalls calls;
    private final ScanTables tables;
    private final NightWrites writes;
    private final PensaSettings settings;
    private final RetrySettings retries;
    private final RunHistory history;
    private final SharedWindows windows;

    ScanCollection(
            ScanCalls calls,
            ScanTables tables,
            NightWrites writes,
            PensaSettings settings,
            RetrySettings retries,
            RunHistory history,
            SharedWindows windows) {
        this.calls = calls;
        this.tables = tables;
        this.writes = writes;
        this.settings = settings;
        this.retries = retries;
        this.history = history;
        this.windows = windows;
    }

    /** Runs until every scan is settled, or waits for the next night, or until the watch's slice is over. */
    public void run(LocalDate businessDate, Watch watch) throws InterruptedException {
        Window window = window();
        try {
            engine(Part.whole(businessDate), watch).run(window, new Hedging(settings.hedgeShare()));
        } catch (StoppedException | VendorException end) {
            keepDespite(end, businessDate, window.figures());
            throw end;
        }
        keep(businessDate, window.figures());
    }

    private void keep(LocalDate businessDate, WindowFigures window) {
        if (window.isAuto()) {
            writes.run(() -> history.window(businessDate, window));
        }
    }

    private void keepDespite(RuntimeException end, LocalDate businessDate, WindowFigures window) {
        try {
            keep(businessDate, window);
        } catch (RuntimeException trouble) {
            end.addSuppressed(trouble);
        }
    }

    /**
     * Runs for a slice over one bucket of a night that others were woken for.
     *
     * @return when to go on; empty if nothing of the bucket waits
     */
    public Optional<Instant> slice(Part part, LaneShare share, Watch watch) throws InterruptedException {
        return engine(part, watch).run(window(), share);
    }

    /** What the slices of this process share. */
    public LaneShare share(Clock clock) {
        return new LaneShare(new Hedging(settings.hedgeShare()), clock);
    }

    /** What those find who collect the night together; empty where a setting fixes it. */
    public Optional<FoundWindow> foundTogether(LocalDate businessDate) {
        return settings.inFlight().fixed().isPresent()
                ? Optional.empty()
                : Optional.of(new FoundWindow(businessDate, windows, writes, history));
    }

    /** Makes due what is open, for several processes. */
    public void wake(LocalDate businessDate, Instant now) {
        writes.run(() -> tables.items().wake(businessDate, now));
    }

    /** Where scans wait, and how many are settled. */
    public ItemQueue<?> queue() {
        return tables.items().queue();
    }

    /** Nothing waits any more. Throws for trouble that only the whole shows. */
    public void ended(LocalDate businessDate) {
        ScansLane.refused(businessDate, tables, writes)
                .endIf(tables.counts().hasOnly403(businessDate, ScanEvidence.VENDOR));
    }

    private Window window() {
        return windows.of(ScanEvidence.VENDOR, settings.inFlight());
    }

    private CollectionEngine<ScanCall, ScanResult> engine(Part part, Watch watch) {
        ScanMachine machine = new ScanMachine(retries.attempts());
        ScansLane lane = new ScansLane(part, settings.statusBatch(), machine, calls, tables, writes, watch.pace());
        return new CollectionEngine<>(lane, Gate.OPEN, watch);
    }
}
