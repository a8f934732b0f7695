package io.shelftally.torture;

import io.shelftally.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Stops a run at a random moment (SIGSTOP), lets another take over and finish, wakes the first, and looks for anything that
 * it still does.
 */
final class Takeovers {

    private static final int TRY_LATER = 75;
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration ALLOWED = Duration.ofSeconds(10);
    private static final long SETTLE_MILLIS = 200;

    private final Stage stage;
    private final PrintWriter out;
    private final List<String> faults = new ArrayList<>();
    private Duration latest = Duration.ZERO;
    private int made;
    private int inTime;
    private int equal;
    private int rows;
    private int files;
    private int calls;

    Takeovers(Stage stage, PrintWriter out) {
        this.stage = stage;
        this.out = out;
    }

    /** Whether all went as it should. */
    boolean run(int wanted, SplittableRandom random) throws InterruptedException {
        try (DatabaseServer server = new DatabaseServer()) {
            for (int i = 1; made < wanted && i <= 3 * wanted; i++) {
                one("takeover-" + i, server, random);
                out.println(line(wanted));
                out.flush();
            }
        }
        faults.forEach(out::println);
        out.println(line(wanted));
        out.flush();
        return faults.isEmpty() && made == wanted && inTime == made && equal == made && rows + files + calls == 0;
    }

    private String line(int wanted) {
        return String.format(
                Locale.ROOT,
                "takeovers %d/%d, within %d s of the lease's end %d (latest %.1f s), equal bytes %d, by the overtaken run:"
                        + " rows %d, files %d, calls %d",
                made,
                wanted,
                ALLOWED.toSeconds(),
                inTime,
                latest.toMillis() / 1000.0,
                equal,
                rows,
                files,
                calls);
    }

    private void one(String name, DatabaseServer server, SplittableRandom random) throws InterruptedException {
        Bench bench = stage.bench(name).through(server.port()).set("shelftally.run.lease", LEASE.toSeconds() + "s");
        try (Sandbox sandbox = stage.sandbox();
                LeaseView view = new LeaseView(bench);
                JobProcess first = start(bench.facing(sandbox), view)) {
            Thread.sleep(random.nextLong(Math.max(1, stage.workNanos() / 1_000_000)));
            signal(first, "STOP");
            Thread.sleep(SETTLE_MILLIS);
            LeaseView.Look stopped = view.look();
            if (stopped.isHeld()) {
                overtake(name, bench, sandbox, view, first);
            } else {
                signal(first, "CONT");
                first.exitCode();
            }
        }
        bench.delete();
    }

    private void overtake(String name, Bench bench, Sandbox sandbox, LeaseView view, JobProcess first)
            throws InterruptedException {
        long token = view.look().token();
        try (JobProcess second = bench.start(stage.archive())) {
            Duration late = awaitTakeover(view, token, second).minus(LEASE);
            made++;
            inTime += late.compareTo(ALLOWED) <= 0 ? 1 : 0;
            latest = late.compareTo(latest) > 0 ? late : latest;
            int code = second.exitCode();
            if (code != 0) {
                faults.add(name + ": the second run ended with " + code + "\n" + second.said());
            }
        }
        List<String> before = view.everything();
        int callsBefore = sandbox.journal().entries().size();
        String published = published(bench);
        signal(first, "CONT");
        int code = first.exitCode();
        if (code != TRY_LATER || !first.said().contains("another run has taken over")) {
            faults.add(name + ": the first run ended with " + code + "\n" + first.said());
        }
        rows += before.equals(view.everything()) ? 0 : 1;
        calls += sandbox.journal().entries().size() - callsBefore;
        files += published.equals(published(bench)) ? 0 : 1;
        List<String> differences = Remains.of(bench, sandbox).differences(stage.expected());
        equal += differences.isEmpty() ? 1 : 0;
        if (!differences.isEmpty()) {
            faults.add(name + ": not as undisturbed: " + differences);
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

    private static void signal(JobProcess job, String name) throws InterruptedException {
        try {
            job.signal(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String published(Bench bench) {
        try {
            Path version = bench.out().resolve(Bench.DATE).toRealPath();
            return version + " " + java.nio.file.Files.readString(version.resolve("SHA256SUMS"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
