package io.shelftally.proof.torture;

import io.shelftally.proof.torture.Takeover.Outcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Takeovers at random moments, several side by side, and what they come to. */
final class Takeovers {

    private static final Duration ALLOWED = Duration.ofSeconds(10);

    private final Stage stage;
    private final int wanted;
    private final PrintWriter out;
    private final List<String> faults = new ArrayList<>();
    private Duration latest = Duration.ZERO;
    private int begun;
    private int made;
    private int inTime;
    private int equal;
    private int rows;
    private int files;
    private int calls;

    Takeovers(Stage stage, int wanted, PrintWriter out) {
        this.stage = stage;
        this.wanted = wanted;
        this.out = out;
    }

    /** Whether all went as it should. */
    boolean run(int parallel, SplittableRandom random) throws InterruptedException {
        try (DatabaseServer server = new DatabaseServer()) {
            SideBySide.run(parallel, () -> runSome(server, random), this::fault);
        }
        faults.forEach(out::println);
        out.println(line());
        out.flush();
        return faults.isEmpty() && made >= wanted && inTime == made && equal == made && rows + files + calls == 0;
    }

    private void runSome(DatabaseServer server, SplittableRandom random) throws InterruptedException {
        for (int number = next(); number > 0; number = next()) {
            Takeover takeover = new Takeover("takeover-" + number, stage, server);
            takeover.at(moment(random)).ifPresent(this::count);
        }
    }

    /** More are begun than are wanted: a run may have ended before it was stopped. 0 if there is no need for another. */
    private synchronized int next() {
        return made < wanted && begun < 3 * wanted ? ++begun : 0;
    }

    private synchronized Duration moment(SplittableRandom random) {
        return Duration.ofNanos(random.nextLong(stage.workNanos()));
    }

    private synchronized void fault(String what) {
        faults.add(what);
    }

    private synchronized void count(Outcome outcome) {
        made++;
        inTime += outcome.late().compareTo(ALLOWED) <= 0 ? 1 : 0;
        latest = outcome.late().compareTo(latest) > 0 ? outcome.late() : latest;
        equal += outcome.isEqual() ? 1 : 0;
        rows += outcome.rows();
        files += outcome.files();
        calls += outcome.calls();
        faults.addAll(outcome.faults());
        out.println(line());
        out.flush();
    }

    private String line() {
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
}
