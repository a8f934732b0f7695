package io.shelftally.night.captures;

import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.SimulatedWorkers;
import io.shelftally.calls.collect.Watch;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.quota.QuotaLedger;
import io.shelftally.calls.quota.QuotaSettings;
import io.shelftally.calls.window.Window;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.items.Part;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.run.NightWrites;
import io.shelftally.simulation.SimulatedProcess;
import io.shelftally.simulation.Stage;
import io.shelftally.simulation.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The captures of a night and what collects them, in virtual time. */
public final class SimulatedCaptures {

    private final NightDatabase db;
    private final CaptureTables tables;
    private final CaptureNights nights;
    private final SimulatedClosient vendor;
    private final Wire wire;
    private final CaptureMachine machine;
    private final RetryWatch retries;

    public SimulatedCaptures(
            NightDatabase db,
            SimulatedClosient vendor,
            Wire wire,
            Stage stage,
            int maxRetries,
            RetrySettings settings) {
        this.db = db;
        this.tables = new CaptureTables(
                new CaptureItems(db.client(), db.batches()),
                new EvidenceStore(db.batches(), db.client()),
                new CallCounts(db.client()));
        this.nights = new CaptureNights(db.client(), db.batches());
        this.vendor = vendor;
        this.wire = wire;
        this.machine = new CaptureMachine(maxRetries, settings.attempts());
        this.retries = new RetryWatch(stage::nanos, maxRetries * settings.attempts());
    }

    public CaptureNights nights() {
        return nights;
    }

    /** A new night allows every capture its retries anew. */
    public void beginNight() {
        retries.beginNight();
    }

    public void take(LocalDate businessDate, List<CaptureEntry> entries, NightWrites writes, Instant now) {
        writes.run(() -> nights.take(businessDate, entries, now));
    }

    /** The ledger as the engine's gate. */
    public static Gate gate(QuotaLedger ledger) {
        return new ClosientQuota(ledger, new QuotaSettings(0, 0, 0), () -> 1);
    }

    /** Collects until every capture is settled or waits. */
    public void collect(
            LocalDate businessDate,
            int inFlight,
            Gate gate,
            NightWrites writes,
            Watch watch,
            SimulatedProcess process,
            Stage.Actor engine)
            throws InterruptedException {
        CapturesLane lane =
                new CapturesLane(Part.whole(businessDate), machine, calls(process), tables, writes, watch.pace());
        Window window = Window.of(inFlight);
        int hedged = new SimulatedWorkers<>(
                        lane, line(businessDate, process), engine, process.nanoTime(), window, new Hedging(0.2))
                .drive(gate, watch);
        if (hedged > 0) {
            throw new IllegalStateException(hedged + " calls about captures were made a second time");
        }
    }

    /** What was seen that must not be: retries on doubt, and rows that do not tell what the vendor knows. */
    public List<String> wrongs(LocalDate businessDate) {
        List<String> wrongs = new ArrayList<>(retries.wrongs());
        for (CaptureOfNight capture : nights.page(businessDate, "", Integer.MAX_VALUE)) {
            String ending = capture.ending().map(Enum::name).orElse("none");
            if (!endingsOf(capture.captureId()).contains(ending)) {
                wrongs.add(capture + " cannot end so: it is " + vendor.lifeOf(capture.captureId()));
            }
            if (capture.retries() > vendor.retriesOf(capture.captureId())) {
                wrongs.add(capture + " counts retries that were never carried out");
            }
        }
        return wrongs;
    }

    private List<String> endingsOf(String captureId) {
        return switch (vendor.lifeOf(captureId)) {
            case COMPLETED, NOT_FOUND -> List.of("SETTLED", "none");
            case FAILED_ONCE ->
                vendor.statusOf(captureId).equals("FAILED")
                        ? List.of("UNRESOLVED", "none")
                        : List.of("SETTLED", "none");
            case FAILED_FOR_GOOD, CONFLICTING -> List.of("UNRESOLVED", "none");
            case STUCK -> List.of("none");
            case GONE -> List.of("UNKNOWN", "none");
            case FORBIDDEN, INVALID -> List.of("REJECTED", "none");
            case UNPROCESSABLE -> List.of("REJECTED", "UNRESOLVED", "none");
        };
    }

    private CaptureCalls calls(SimulatedProcess process) {
        return new CaptureCalls() {
            @Override
            public CaptureAnswer read(String captureId) {
                return CapturesClient.sorted(wire.through(() -> vendor.read(captureId, process.isAlive())));
            }

            @Override
            public CaptureAnswer retry(String captureId) {
                return CapturesClient.sorted(wire.through(() -> vendor.retry(captureId, process.isAlive())));
            }
        };
    }

    private SimulatedWorkers.Line<CaptureItem, CaptureAnswer> line(LocalDate businessDate, SimulatedProcess process) {
        return new SimulatedWorkers.Line<>() {
            @Override
            public void send(CaptureItem call, Callable<CaptureAnswer> exchange, Consumer<CaptureAnswer> deliver) {
                RetryWatch.Sent sent =
                        retries.sent(call.captureId(), call.state().phase() == CapturePhase.RETRY);
                process.whenDead(() -> sent.died(() -> isForgotten(businessDate, call)));
                wire.send(
                        exchange,
                        answer -> process.ifAlive(() -> {
                            sent.ended(answer);
                            deliver.accept(answer);
                        }));
            }

            @Override
            public void later(Duration wait, Runnable what) {
                wire.later(wait, () -> process.ifAlive(what));
            }
        };
    }

    /** Whether no answer to a call is on record: each would have moved the capture on from where it stood. */
    private boolean isForgotten(LocalDate businessDate, CaptureItem call) {
        CaptureState sentIn = call.state();
        return db.client()
                        .sql("""
                        SELECT COUNT(*) FROM capture_item
                        WHERE business_date = ? AND capture_id = ? AND phase = ? AND retries = ? AND lost_retries = ?
                        """)
                        .params(
                                businessDate,
                                call.captureId(),
                                sentIn.phase().name(),
                                sentIn.retries(),
                                sentIn.lostRetries())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
