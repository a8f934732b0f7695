package io.shelftally.simulation;

import io.shelftally.calls.answers.Answer;
import io.shelftally.calls.answers.Reason;
import io.shelftally.calls.answers.RetrySettings;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.calls.collect.Gate;
import io.shelftally.calls.collect.Pace;
import io.shelftally.calls.collect.Progress;
import io.shelftally.calls.collect.SeededPace;
import io.shelftally.calls.collect.StoppedException;
import io.shelftally.calls.collect.Watch;
import io.shelftally.calls.quota.QuotaLedger;
import io.shelftally.calls.quota.SimulatedLedger;
import io.shelftally.intake.worklist.CaptureEntry;
import io.shelftally.intake.worklist.ScanEntry;
import io.shelftally.job.derivation.SimulatedDecisions;
import io.shelftally.matching.reconciliation.CaptureOutcome;
import io.shelftally.night.captures.SimulatedCaptures;
import io.shelftally.night.run.Lease;
import io.shelftally.night.run.NightDatabase;
import io.shelftally.night.run.NightWrites;
import io.shelftally.night.scans.SimulatedScans;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

/** A job on a host: night after night a process collects, and where it ends too early, another takes up its work. */
final class SimulatedJob implements AutoCloseable {

    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 11, 22);

    private final Set<String> open = new HashSet<>();
    private final Map<CaptureOutcome, Long> outcomes = new EnumMap<>(CaptureOutcome.class);
    private final SimulatedWorld world;
    private final int number;
    private final NightDatabase db;
    private final Random random;
    private final RetrySettings retries;
    private final SimulatedCaptures captures;
    private final SimulatedScans scans;

    private LocalDate night = FIRST_NIGHT;
    private List<CaptureEntry> captureList = List.of();
    private List<ScanEntry> scanList = List.of();
    private @Nullable Start running;
    private boolean wasSpent;
    private boolean hasEnded;
    private int starts;

    SimulatedJob(SimulatedWorld world, int number, NightDatabase db, Random random) {
        Conditions conditions = world.conditions;
        this.world = world;
        this.number = number;
        this.db = db;
        this.random = random;
        this.retries = new RetrySettings(conditions.attempts(), Duration.ofMillis(500), Duration.ofSeconds(30));
        this.captures =
                new SimulatedCaptures(db, world.closient, world.wire, world.stage, conditions.maxRetries(), retries);
        this.scans = new SimulatedScans(db, world.stage, world.fork(), world.wire, retries.attempts());
    }

    /** Begins a night: what it lists is new to the vendors, what it left open on the night before comes again. */
    void begin(int nightNumber) {
        night = FIRST_NIGHT.plusDays(nightNumber);
        captureList = captureList(nightNumber);
        scanList = scanList(nightNumber);
        captureList.forEach(entry ->
                world.closient.add(entry.captureId(), world.conditions.ordinary(), world.conditions.settling()));
        scans.add(scanList, world.conditions.settling());
        captureList.forEach(entry -> open.add(entry.captureId()));
        captures.beginNight();
        wasSpent = false;
        hasEnded = false;
        start();
    }

    /** The calls about scans that were made a second time. */
    int hedged() {
        return scans.hedged();
    }

    boolean isRunning() {
        return running != null;
    }

    boolean isStalled() {
        return running != null && running.process.isStalled();
    }

    void visitLedger() {
        if (running != null) {
            running.ledger.take(0);
        }
    }

    void kill() {
        if (running != null) {
            running.process.die();
        }
    }

    /** Kills a process that has only begun. */
    void killSoon() {
        world.stage.after(Duration.ofMillis(random.nextInt(400)), this::kill);
    }

    void killAtTransaction(int transaction) {
        if (running != null) {
            running.process.dieAtTransaction(transaction);
        }
    }

    void stop() {
        if (running != null) {
            running.process.stop().set();
        }
    }

    /** Closes the night: every item of it has one outcome, and nothing but that. */
    void judge() {
        if (!hasEnded) {
            wrong("has not ended night " + night);
            return;
        }
        captures.wrongs(night).forEach(this::wrong);
        scans.wrongs(night).forEach(this::wrong);
        if (scans.nights().count(night) < scanList.size()) {
            wrong("has lost scans");
        }
        Map<String, CaptureOutcome> decided = SimulatedDecisions.decide(db, night);
        if (!decided.keySet().equals(open)) {
            wrong("has outcomes for " + decided.keySet() + " and worked on " + open);
        }
        decided.forEach(this::judge);
    }

    /** The outcomes of all its nights, counted. */
    Map<CaptureOutcome, Long> outcomes() {
        return outcomes;
    }

    private void judge(String captureId, CaptureOutcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
        if (outcome == CaptureOutcome.DEFERRED && !wasSpent) {
            wrong(captureId + " is deferred though the quota was not spent");
        }
        boolean waits = outcome == CaptureOutcome.UNLINKED || outcome == CaptureOutcome.WAITING_FOR_SCAN;
        if (!waits && !outcome.isCarried(false)) {
            open.remove(captureId);
        }
    }

    private void wrong(String what) {
        world.wrongs.add("job " + number + ": " + what);
    }

    private void start() {
        starts++;
        running = new Start();
        running.begin();
    }

    private void startLater() {
        db.execute("UPDATE run_lease SET held = FALSE");
        world.stage.after(Duration.ofMillis(200L + random.nextInt(100_000)), this::start);
    }

    private List<CaptureEntry> captureList(int nightNumber) {
        List<CaptureEntry> entries = new ArrayList<>();
        for (int i = 0; i < world.conditions.captures(); i++) {
            Long scan = random.nextBoolean() ? null : 1L + random.nextInt(20);
            entries.add(new CaptureEntry(id(nightNumber, i), scan, null));
        }
        return entries;
    }

    private List<ScanEntry> scanList(int nightNumber) {
        List<ScanEntry> entries = new ArrayList<>();
        for (int i = 0; i < world.conditions.scans(); i++) {
            entries.add(new ScanEntry(1000L * nightNumber + i + 1, null, null));
        }
        return entries;
    }

    private String id(int nightNumber, int capture) {
        String word = "j" + number + "n" + nightNumber + "x" + capture;
        return "A".repeat(22 - word.length()) + word;
    }

    @Override
    public void close() {
        if (db != world.ledgerDb) {
            db.close();
        }
    }

    /** One start of the job, up to its end or its death. */
    private final class Start {

        private final SimulatedProcess process = new SimulatedProcess(world.stage, world.wall, world.fork());
        private final PlatformTransactionManager transactions = process.transactions(db.transactions());
        private final Lease lease = db.leaseOf(process.clock());
        private final NightWrites writes = new NightWrites(transactions, lease);
        private final QuotaLedger ledger = SimulatedLedger.of(
                world.quota,
                world.ledgerDb.client(),
                process.transactions(world.ledgerDb.transactions()),
                process.wall(),
                process.nanoTime());
        private final List<Throwable> troubles = new ArrayList<>();
        private int lanes = 2;

        void begin() {
            process.stallAt(world.conditions.stalls());
            db.takeFromTheDead(lease, night);
            captures.take(night, captureList, writes, process.clock().instant());
            scans.take(night, scanList, writes, process.clock().instant());
            Pace pace = SeededPace.of(retries, process.clock(), world.conditions.waiting(), random.nextLong());
            Watch watch = new Watch(pace, process.stop(), Progress.NONE);
            int inFlight = world.conditions.inFlight();
            process.start(
                    "scans",
                    engine -> scans.collect(
                            night,
                            world.conditions.scansInFlight(),
                            world.conditions.hedgeShare(),
                            writes,
                            watch,
                            process,
                            engine),
                    this::ended);
            process.start(
                    "captures",
                    engine -> captures.collect(night, inFlight, gate(), writes, watch, process, engine),
                    this::ended);
        }

        private Gate gate() {
            Gate gate = SimulatedCaptures.gate(ledger);
            return new Gate() {
                @Override
                public Permits take(int wanted) {
                    Permits permits = gate.take(wanted);
                    wasSpent |= permits.spent() || permits.pause().compareTo(Duration.ofMinutes(2)) > 0;
                    return permits;
                }

                @Override
                public OptionalLong left() {
                    return gate.left();
                }

                @Override
                public void answered(Answer answer) {
                    gate.answered(answer);
                }

                @Override
                public void giveBack(int unsent) {
                    gate.giveBack(unsent);
                }
            };
        }

        /** A lane has ended; its trouble stops the other. */
        private void ended(@Nullable Throwable trouble) {
            if (trouble != null) {
                process.stop().set();
                troubles.add(trouble);
            }
            lanes--;
            if (lanes == 0) {
                running = null;
                close();
            }
        }

        private void close() {
            troubles.stream().filter(trouble -> !isExpected(trouble)).forEach(this::unexpected);
            process.ifAlive(ledger::close);
            process.die();
            if (troubles.isEmpty()) {
                lease.release();
                hasEnded = true;
            } else {
                startLater();
            }
        }

        private boolean isExpected(Throwable trouble) {
            return trouble instanceof Stage.Killed
                    || trouble instanceof StoppedException
                    || (trouble instanceof VendorException vendor && vendor.reason() == Reason.UNAVAILABLE);
        }

        private void unexpected(Throwable trouble) {
            wrong("ended by " + trouble);
            if (starts > 50) {
                throw new AssertionError("seed", trouble);
            }
        }
    }
}
