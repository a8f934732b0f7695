package io.shelftally.night.scans;

import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.collect.CallCounts;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.SimulatedWorkers;
import io.shelftally.calls.collect.Watch;
import io.shelftally.calls.hedging.Hedging;
import io.shelftally.calls.window.InFlight;
import io.shelftally.calls.window.Window;
import io.shelftally.intake.quarantine.SetAside;
import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.night.evidence.EvidenceStore;
import io.shelftally.night.items.Part;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.run.NightWrites;
import io.shelftally.simulation.Draw;
import io.shelftally.simulation.SimulatedProcess;
import io.shelftally.simulation.Stage;
import io.shelftally.simulation.Wire;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The scans of a night, their vendor and what collects them, in virtual time. */
public final class SimulatedScans {

    /** What becomes of a scan. */
    private enum Life {
        REPORTED,
        FAILED,
        REFUSED,
        STUCK,
        MISSING
    }

    private record Subject(Life life, long completeAt, long reportAt) {}

    private static final Reply RECEIVED =
            new Reply(200, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0], Instant.EPOCH);
    private static final int STATUS_BATCH = 7;

    private final Map<Long, Subject> subjects = new TreeMap<>();
    private final ScanTables tables;
    private final ScanNights nights;
    private final Stage stage;
    private final Random random;
    private final Wire wire;
    private final int attempts;
    private int hedged;

    public SimulatedScans(NightDatabase db, Stage stage, Random random, Wire wire, int attempts) {
        this.tables = new ScanTables(
                new ScanItems(db.client(), db.batches()),
                new ScanGuids(db.client(), db.batches()),
                new EvidenceStore(db.batches(), db.client()),
                new CallCounts(db.client()),
                new SetAside(db.client(), db.batches()));
        this.nights = new ScanNights(db.client(), db.batches());
        this.stage = stage;
        this.random = random;
        this.wire = wire;
        this.attempts = attempts;
    }

    public ScanNights nights() {
        return nights;
    }

    /** Gives the vendor scans, which are complete within some time. */
    public void add(List<ScanEntry> entries, Duration complete) {
        for (ScanEntry entry : entries) {
            Life life = Draw.oneOf(random, Life.values());
            long completeAt = stage.nanos() + (long) (complete.toNanos() * random.nextDouble());
            long reportAt = completeAt + (long) (complete.toNanos() * random.nextDouble());
            subjects.put(entry.scanId(), new Subject(life, completeAt, reportAt));
        }
    }

    public void take(LocalDate businessDate, List<ScanEntry> entries, NightWrites writes, Instant now) {
        writes.run(() -> nights.take(businessDate, entries, now));
    }

    /**
     * Collects until every scan is settled or waits.
     *
     * @param inFlight 0 for a window that finds it
     */
    public void collect(
            LocalDate businessDate,
            int inFlight,
            double hedgeShare,
            NightWrites writes,
            Watch watch,
            SimulatedProcess process,
            Stage.Actor engine)
            throws InterruptedException {
        ScansLane lane = new ScansLane(
                Part.whole(businessDate),
                STATUS_BATCH,
                new ScanMachine(attempts),
                calls(),
                tables,
                writes,
                watch.pace());
        Window window = inFlight == 0 ? InFlight.AUTO.window() : Window.of(inFlight);
        Hedging hedging = new Hedging(hedgeShare);
        hedged += new SimulatedWorkers<>(lane, line(process), engine, process.nanoTime(), window, hedging)
                .drive(Gate.OPEN, watch);
    }

    private SimulatedWorkers.Line<ScanCall, ScanResult> line(SimulatedProcess process) {
        return new SimulatedWorkers.Line<>() {
            @Override
            public void send(ScanCall call, Callable<ScanResult> exchange, Consumer<ScanResult> deliver) {
                wire.send(exchange, answer -> process.ifAlive(() -> deliver.accept(answer)));
            }

            @Override
            public void later(Duration wait, Runnable what) {
                wire.later(wait, () -> process.ifAlive(what));
            }
        };
    }

    /** The calls that were made a second time. */
    public int hedged() {
        return hedged;
    }

    /** The rows that do not tell what the vendor knows. */
    public List<String> wrongs(LocalDate businessDate) {
        List<String> wrongs = new ArrayList<>();
        for (ScanOfNight scan : nights.page(businessDate, 0, Integer.MAX_VALUE)) {
            Life life = subject(scan.scanId()).life();
            if (!outcomesOf(life).contains(scan.outcome().name())) {
                wrongs.add(scan + " cannot be " + scan.outcome() + ": it is " + life);
            }
        }
        return wrongs;
    }

    private static List<String> outcomesOf(Life life) {
        return switch (life) {
            case REPORTED -> List.of("REPORTED", "REPORT_NOT_READY", "IN_PROGRESS");
            case REFUSED -> List.of("REPORT_REJECTED", "REPORT_NOT_READY", "IN_PROGRESS");
            case FAILED -> List.of("FAILED", "IN_PROGRESS");
            case STUCK -> List.of("IN_PROGRESS");
            case MISSING -> List.of("UNKNOWN_SCAN", "IN_PROGRESS");
        };
    }

    private ScanCalls calls() {
        return new ScanCalls() {
            @Override
            public Supplier<ScanResult> statuses(List<Long> scanIds) {
                ScanResult result = answered(() -> Answers.statuses(scanIds.stream()
                        .filter(scanId -> subject(scanId).life() != Life.MISSING)
                        .map(scanId -> scanId + " " + status(subject(scanId)))
                        .toArray(String[]::new)));
                return () -> result;
            }

            @Override
            public Supplier<ScanResult> report(long scanId) {
                ScanResult result = answered(() -> reported(scanId, subject(scanId)));
                return () -> result;
            }
        };
    }

    private ScanResult answered(Supplier<ScanResult> vendor) {
        List<ScanResult> made = new ArrayList<>();
        boolean isWhole = wire.through(() -> {
                    made.add(vendor.get());
                    return RECEIVED;
                })
                == RECEIVED;
        return isWhole ? made.get(0) : Answers.LOST;
    }

    private String status(Subject subject) {
        if (subject.life() == Life.STUCK || stage.nanos() < subject.completeAt()) {
            return "IN_PROGRESS";
        }
        return subject.life() == Life.FAILED ? "ERROR" : "COMPLETE";
    }

    private ScanResult reported(long scanId, Subject subject) {
        if (stage.nanos() < subject.reportAt()) {
            return Answers.NOT_READY;
        }
        return subject.life() == Life.REFUSED ? Answers.REJECTED : Answers.report(scanId);
    }

    private Subject subject(long scanId) {
        return Optional.ofNullable(subjects.get(scanId)).orElseThrow();
    }
}
