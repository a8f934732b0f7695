package io.shelftally.proof.torture;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.proof.sandbox.endpoints.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run that is stopped (SIGSTOP), another that takes over and finishes, and what the first still does when it wakes. */
final class Takeover {

    /**
     * What came of it.
     *
     * @param late the time from the end of the lease to the takeover
     * @param isEqual whether the result is the undisturbed one
     * @param rows 1 if the database changed after the first run woke
     * @param files 1 if the published version changed then
     * @param calls calls sent then
     */
    record Outcome(Duration late, boolean isEqual, int rows, int files, int calls, List<String> faults) {}

    private static final int TRY_LATER = 75;
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final long SETTLE_MILLIS = 200;

    private final String name;
    private final Stage stage;
    private final Bench bench;
    private final List<String> faults = new ArrayList<>();

    Takeover(String name, Stage stage, DatabaseServer server) {
        this.name = name;
        this.stage = stage;
        this.bench = stage.bench(name).through(server.port()).set("shelftally.run.lease", LEASE.toSeconds() + "s");
    }

    /** Stops the run so long after it has got the lease; empty if it had ended by then. */
    Optional<Outcome> at(Duration moment) throws InterruptedException {
        Optional<Outcome> outcome = Optional.empty();
        try (Sandbox sandbox = stage.sandbox();
                LeaseView view = new LeaseView(bench);
                JobProcess first = start(bench.facing(sandbox), view)) {
            Thread.sleep(moment.toMillis());
            first.signal("STOP");
            Thread.sleep(SETTLE_MILLIS);
            if (view.look().isHeld()) {
                outcome = Optional.of(overtake(sandbox, view, first));
            } else {
                first.signal("CONT");
                first.exitCode();
            }
        }
        if (faults.isEmpty()) {
            bench.delete();
        }
        return outcome;
    }

    private Outcome overtake(Sandbox sandbox, LeaseView view, JobProcess first) throws InterruptedException {
        Duration late = finishByAnother(view);
        List<String> rows = view.everything();
        int calls = sandbox.journal().entries().size();
        String published = published();
        first.signal("CONT");
        int code = first.exitCode();
        if (code != TRY_LATER || !first.said().contains("another run has taken over")) {
            faults.add(name + ": the first run ended with " + code + "\n" + first.said());
        }
        List<JournalEntry> sent = sandbox.journal().entries();
        List<JournalEntry> sentByTheFirst = sent.subList(calls, sent.size());
        if (!sentByTheFirst.isEmpty()) {
            faults.add(name + ": the first run sent, when it woke: " + sentByTheFirst);
        }
        List<String> differences = Remains.of(bench, sandbox).differences(stage.expected());
        if (!differences.isEmpty()) {
            faults.add(name + ": not as undisturbed: " + differences);
        }
        return new Outcome(
                late,
                differences.isEmpty(),
                rows.equals(view.everything()) ? 0 : 1,
                published.equals(published()) ? 0 : 1,
                sentByTheFirst.size(),
                List.copyOf(faults));
    }

    /** Starts the second run and waits for its end; returns how late it took over. */
    private Duration finishByAnother(LeaseView view) throws InterruptedException {
        long token = view.look().token();
        try (JobProcess second = bench.start(stage.archive())) {
            Duration late = awaitTakeover(view, token, second).minus(LEASE);
            int code = second.exitCode();
            if (code != 0) {
                faults.add(name + ": the second run ended with " + code + "\n" + second.said());
            }
            return late;
        }
    }

    /** How long the lease had been without a heartbeat when another token stood there. */
    private static Duration awaitTakeover(LeaseView view, long token, JobProcess second) throws InterruptedException {
        LeaseView.Look last = view.look();
        long seen = System.nanoTime();
        while (true) {
            LeaseView.Look now = view.look();
            if (now.token() != token) {
                return last.silent().plusNanos(System.nanoTime() - seen);
            }
            if (second.endsWithin(20_000_000)) {
                throw new TortureException("no takeover; the second run ended:\n" + second.said());
            }
            last = now;
            seen = System.nanoTime();
        }
    }

    /** Starts the job and waits until it has the lease. */
    private JobProcess start(Bench bench, LeaseView view) throws InterruptedException {
        long token = view.look().token();
        JobProcess job = bench.start(stage.archive());
        while (view.look().token() == token) {
            if (job.endsWithin(20_000_000)) {
                throw new TortureException("the first run ended:\n" + job.said());
            }
        }
        return job;
    }

    private String published() {
        try {
            Path version = bench.out().resolve(Bench.DATE).toRealPath();
            return version + " " + Files.readString(version.resolve("SHA256SUMS"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
