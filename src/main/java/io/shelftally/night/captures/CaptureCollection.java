package io.shelftally.night.captures;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.collect.CollectionEngine;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.Watch;
import io.shelftally.calls.window.SharedWindows;
import io.shelftally.calls.window.Window;
import io.shelftally.night.run.NightWrites;
import java.time.LocalDate;
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
     * Runs until every capture is settled, or waits for the next night.
     *
     * @param maxRetries the counted retries of a capture, from 0
     */
    public void run(LocalDate businessDate, int maxRetries, Watch watch) throws InterruptedException {
        CaptureMachine machine = new CaptureMachine(maxRetries, retries.attempts());
        CapturesLane lane = new CapturesLane(businessDate, machine, client, tables, writes, watch.pace());
        new CollectionEngine<>(lane, gate, watch).run(windows.of(CapturesLane.VENDOR, Window.of(settings.inFlight())));
    }
}
