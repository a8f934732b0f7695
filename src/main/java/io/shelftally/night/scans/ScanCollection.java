package io.shelftally.night.scans;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.CollectionEngine;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.StoppedException;
import io.shelftally.calls.collect.Watch;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.window.SharedWindows;
import io.shelftally.calls.window.Window;
import io.shelftally.calls.window.WindowFigures;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.run.RunHistory;
import java.time.LocalDate;
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

    /** Runs until every scan is settled, or waits for the next night. */
    public void run(LocalDate businessDate, Watch watch) throws InterruptedException {
        ScanMachine machine = new ScanMachine(retries.attempts());
        ScansLane lane =
                new ScansLane(businessDate, settings.statusBatch(), machine, calls, tables, writes, watch.pace());
        Window window = windows.of(ScanEvidence.VENDOR, settings.inFlight());
        try {
            new CollectionEngine<>(lane, Gate.OPEN, watch).run(window, new Hedging(settings.hedgeShare()));
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
}
