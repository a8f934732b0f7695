package io.shelftally.proof.torture;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import io.shelftally.proof.tenures.TenureLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One night by a manager and workers, to whom much happens at once, and what it left behind. */
final class WorkersNight {

    private static final int STARTS_TO_FINISH = 3;
    private static final Duration GRACEFUL = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 20;
    private static final long WAKING_MILLIS = 1_000;

    /** The first faults come so soon after the first call at the latest. */
    private static final Duration LATEST = Duration.ofSeconds(8);

    /** The faults of a night come within it. */
    private static final Duration WITHIN = Duration.ofSeconds(3);

    /** The scans of a night are derived in about so much, or they would be if nothing happened. */
    private static final Duration WITHIN_DERIVATION = Duration.ofSeconds(1);

    private final WorkersStage stage;
    private final WorkersTally tally;
    private final String name;
    private final int workers;
    private final boolean isLate;
    private final SplittableRandom random;

    /** @param isLate whether the faults come when all is collected and workers derive, or at some moment of the collection */
    WorkersNight(
            WorkersStage stage, WorkersTally tally, String name, int workers, boolean isLate, SplittableRandom random) {
        this.stage = stage;
        this.tally = tally;
        this.name = name;
        this.workers = workers;
        this.isLate = isLate;
        this.random = random;
    }

    void run() throws InterruptedException {
        Bench bench = stage.bench(name);
        TenureLog log = new TenureLog(stage.client(bench));
        log.begin();
        int before = tally.faults().size();
        try (Sandbox sandbox = stage.sandbox();
                LinkReader reader = new LinkReader(bench.out().resolve(Bench.DATE));
                Participants participants =
                        new Participants(bench.facing(sandbox), stage.port(), sandbox.baseUri(), stage.archive())) {
            try {
                Blows blows = torture(participants, sandbox, log);
                if (finish(participants, blows.manager()) && stop(participants)) {
                    judge(blows, bench, new Watched(sandbox, reader, participants, log));
                }
            } finally {
                keep(participants, bench.home());
            }
        }
        if (tally.faults().size() == before) {
            bench.delete();
            stage.drop(name);
        }
    }

    /** What has to be asked after a night. */
    private record Watched(Sandbox sandbox, LinkReader reader, Participants participants, TenureLog log) {}

    private void judge(Blows blows, Bench bench, Watched watched) throws InterruptedException {
        Recovery recovery = recovery(watched.participants(), blows, watched.log());
        blows.lost().forEach(lost -> recovery.after(lost).ifPresent(time -> tally.again(name, lost.fault(), time)));
        stage.client(bench)
                .sql("SELECT task_name || ' ' || task_instance FROM scheduled_tasks")
                .query(String.class)
                .list()
                .forEach(task -> tally.fault(name + ": the task " + task + " is left"));
        judgeCalls(watched.participants(), watched.sandbox(), Holdings.of(watched.log(), stage.client(bench)));
        List<String> troubles = watched.reader().end();
        Remains remains = Remains.of(bench, watched.sandbox());
        tally.night(
                name,
                blows.dealt(),
                remains,
                stage.expected(),
                troubles,
                watched.reader().reads());
    }

    private Blows torture(Participants participants, Sandbox sandbox, TenureLog log) throws InterruptedException {
        for (int i = 0; i < workers; i++) {
            participants.startWorker();
        }
        while (log.comers().size() < workers) {
            requireAlive(participants);
            Thread.sleep(LOOK_MILLIS);
        }
        Participant manager = participants.startManager();
        while (sandbox.journal().entries().isEmpty()
                && !manager.job().endsWithin(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS))) {
            requireAlive(participants);
        }
        if (isLate) {
            manager.job().awaitWords("processes share the scans");
        } else {
            Thread.sleep(random.nextLong(LATEST.toMillis()));
        }
        Blows blows = new Blows(participants, manager, isLate ? WITHIN_DERIVATION : WITHIN, random);
        blows.deal();
        return blows;
    }

    private static void requireAlive(Participants participants) {
        for (Participant participant : participants.all()) {
            if (!participant.job().isAlive()) {
                throw new TortureException(participant.name() + " ended by itself:\n"
                        + participant.job().said());
            }
        }
    }

    /** Whether the night was published, by that manager or by one that is started after it. */
    private boolean finish(Participants participants, Participant manager) throws InterruptedException {
        Participant last = manager;
        for (int i = 1; last.job().exitCode() != 0; i++) {
            tally.fault(name + ": a manager ended with " + last.job().exitCode() + "\n"
                    + last.job().said());
            if (i == STARTS_TO_FINISH) {
                return false;
            }
            last = participants.startManager();
        }
        return true;
    }

    /** Those who slept have a moment to do harm; then all workers are to put down what they have, and to end. */
    private boolean stop(Participants participants) throws InterruptedException {
        Thread.sleep(WAKING_MILLIS);
        List<Participant> living = participants.workers().stream()
                .filter(worker -> !worker.job().isKilled())
                .toList();
        living.forEach(worker -> worker.job().stop());
        boolean well = true;
        for (Participant worker : living) {
            boolean inTime = worker.job().endsWithin(GRACEFUL.toNanos());
            if (!inTime || worker.job().exitCode() != 0) {
                well = false;
                tally.fault(name + ": " + worker.name()
                        + (inTime
                                ? " ended with " + worker.job().exitCode()
                                : " did not end within " + GRACEFUL.toSeconds() + " s")
                        + "\n" + worker.job().said());
            }
        }
        return well;
    }

    private static Recovery recovery(Participants participants, Blows blows, TenureLog log) {
        Set<Long> killed = participants.all().stream()
                .filter(participant -> participant.job().isKilled())
                .map(participant -> participant.job().pid())
                .collect(Collectors.toSet());
        return new Recovery(log.tenures(), log.comers(), blows.lost(), killed);
    }

    /** What they said, for whoever looks into a fault. */
    private static void keep(Participants participants, Path place) {
        try {
            for (Participant participant : participants.all()) {
                Files.writeString(
                        place.resolve(
                                participant.name() + "-" + participant.job().pid() + ".log"),
                        participant.job().said());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judgeCalls(Participants participants, Sandbox sandbox, Holdings holdings) {
        for (JournalEntry call : sandbox.journal().entries()) {
            if (call.status() == 429) {
                tally.overTheWindow(name, call);
            }
            Optional<Participant> caller = participants.at(call.port(), call.time());
            boolean isAllowed = caller.filter(one -> holdings.allow(one.job().pid(), one.isManager(), call))
                    .isPresent();
            if (!isAllowed) {
                tally.withoutToken(name, caller.map(Participant::name).orElse("nobody"), call);
            }
        }
    }
}
