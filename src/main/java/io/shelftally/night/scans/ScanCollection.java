package io.shelftally.night.scans;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.collect.CollectionEngine;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.Watch;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.window.SharedWindows;
import io.shelftally.calls.window.Window;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.run.RunHistory;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Collects the scans of a night: asks for their statuses, and for the reports of each as soon as it is final. */
@Component
public class ScanCollection {

    private final ScansClient client;
    private final ScanTables tables;
    private final NightWrites writes;
    private final PensaSettings settings;
    private final RetrySettings retries;
    private final RunHistory history;
    private final SharedWindows windows;

    ScanCollection(
            ScansClient client,
            ScanTables tables,
            NightWrites writes,
            PensaSettings settings,
            RetrySettings retries,
            RunHistory history,
            SharedWindows windows) {
        this.client = client;
        this.tables = tables;
        this.writes = writes;
        this.settings = settings;
        this.retries = retries;
        this.history = history;
        this.windows = windows;
    }

    /** Runs until every scan is settled, or waits for the next night. */
    public void run(LocalDate businessDate, Watch watch) throws InterruptedException {
        ScanMachine machine = new ScanMachine(retries.attempts());
        ScansLane lane =
                new ScansLane(businessDate, settings.statusBatch(), machine, client, tables, writes, watch.pace());
        Window window = windows.of(ScanEvidence.VENDOR, settings.inFlight());
        new CollectionEngine<>(lane, Gate.OPEN, watch).run(window, new Hedging(settings.hedgeShare()));
        if (window.figures().isAuto()) {
            writes.run(() -> history.window(businessDate, window.figures()));
        }
    }
}
