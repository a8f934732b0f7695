package io.shelftally.night.captures;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.collect.CollectionEngine;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.LaneShare;
import io.shelftally.calls.collect.Watch;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.window.SharedWindows;
import io.shelftally.calls.window.Window;
import io.shelftally.night.items.ItemQueue;
import io.shelftally.night.items.Part;
import io.shelftally.night.run.NightWrites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Collects the captures of a night: reads them, retries the failed ones, follows them until they are settled. */
@Component
public class CaptureCollection {

    private final CapturesClient client;
    private final CaptureTables tables;
    private final NightWrites writes;
    private final ClosientSettings settings;
    private final RetrySettings retries;
    private final Gate gate;
    private final SharedWindows windows;

    CaptureCollection(
            CapturesClient client,
            CaptureTables tables,
            NightWrites writes,
            ClosientSettings settings,
            RetrySettings retries,
            ClosientQuota gate,
            SharedWindows windows) {
        this.client = client;
        this.tables = tables;
        this.writes = writes;
        this.settings = settings;
        this.retries = retries;
        this.gate = gate;
        this.windows = windows;
    }

    /**
     * Runs until every capture is settled, or waits for the next night, or until the watch's slice is over.
     *
     * @param maxRetries the counted retries of a capture, from 0
     */
    public void run(LocalDate businessDate, int maxRetries, Watch watch) throws InterruptedException {
        engine(Part.whole(businessDate), maxRetries, watch).run(window());
    }

    /**
     * Runs for a slice over one bucket of a night that others were woken for.
     *
     * @param isAfterFailure whether whoever had the bucket before may have sent retries whose answers it did not write
     * @return when to go on; empty if nothing of the bucket waits
     */
    public Optional<Instant> slice(Part part, int maxRetries, boolean isAfterFailure, LaneShare share, Watch watch)
            throws InterruptedException {
        if (isAfterFailure) {
            writes.run(() -> tables.items().loseRetries(part));
        }
        return engine(part, maxRetries, watch).run(window(), share);
    }

    /** What the slices of this process share. */
    public LaneShare share(Clock clock) {
        return new LaneShare(Hedging.off(), clock);
    }

    /** Makes due what is open, for several processes. */
    public void wake(LocalDate businessDate, Instant now) {
        writes.run(() -> tables.items().wake(businessDate, now));
    }

    /** Where captures wait, and how many are settled. */
    public ItemQueue<?> queue() {
        return tables.items().queue();
    }

    /** Nothing waits any more. Throws for trouble that only the whole shows. */
    public void ended(LocalDate businessDate) {
        CapturesLane.refused(businessDate, tables, writes)
                .endIf(tables.counts().hasOnly403(businessDate, CapturesLane.VENDOR));
    }

    private Window window() {
        return windows.of(CapturesLane.VENDOR, Window.of(settings.inFlight()));
    }

    private CollectionEngine<CaptureItem, CaptureAnswer> engine(Part part, int maxRetries, Watch watch) {
        CaptureMachine machine = new CaptureMachine(maxRetries, retries.attempts());
        CapturesLane lane = new CapturesLane(part, machine, client, tables, writes, watch.pace());
        return new CollectionEngine<>(lane, gate, watch);
    }
}
