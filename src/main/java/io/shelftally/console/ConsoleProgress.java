package io.shelftally.console;

import io.shelftally.calls.collect.LaneFigures;
import io.shelftally.calls.collect.Progress;
import io.shelftally.console.ShownItems.Detail;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Shows how far a run is: a line refreshed in place on a terminal, a plain line every 30 s elsewhere, and a last one for
 * each step; or nothing.
 */
public final class ConsoleProgress implements Progress {

    private static final Duration PLAIN_EVERY = Duration.ofSeconds(30);
    private static final Duration REFRESH_EVERY = Duration.ofMillis(200);

    private final PrintWriter out;
    private final Terminal terminal;
    private final boolean quiet;
    private final Clock clock;
    private final Map<String, ShownItems> items = new TreeMap<>();
    private String step = "";
    private Instant stepStarted = Instant.EPOCH;
    private Instant nextShow = Instant.EPOCH;
    private int width;

    public ConsoleProgress(PrintWriter out, Terminal terminal, boolean quiet, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
        this.clock = clock;
    }

    @Override
    public synchronized void step(String name) {
        finish();
        step = name;
        stepStarted = clock.instant();
        nextShow = stepStarted.plus(every());
    }

    @Override
    public synchronized void lane(LaneFigures lane) {
        Instant now = clock.instant();
        ShownItems shown = items.computeIfAbsent(lane.name(), ShownItems::new);
        shown.saw(now, lane.tally().done(), lane.tally().total());
        shown.calls(lane.inFlight(), lane.quotaLeft(), lane.waiting());
        show(now);
    }

    @Override
    public synchronized void items(String name, long done, long total) {
        Instant now = clock.instant();
        items.computeIfAbsent(name, ShownItems::new).saw(now, done, total);
        show(now);
    }

    @Override
    public synchronized void say(String lines) {
        if (!quiet) {
            replaceLine("");
            out.print(terminal.isPresent() ? "\r" + lines : lines);
            out.flush();
        }
    }

    /** Tells how long the step took, if one is under way, so that other output starts on a new line. */
    public synchronized void finish() {
        if (!quiet && !step.isEmpty()) {
            Duration took = Duration.between(stepStarted, clock.instant());
            String counts = counts(clock.instant(), Detail.COUNTS);
            String last = step + " took " + Spans.text(took) + (counts.isEmpty() ? "" : ": " + counts);
            if (terminal.isPresent()) {
                replaceLine(fitting(last));
            } else {
                out.print(last);
            }
            out.print("\n");
            out.flush();
        }
        step = "";
        width = 0;
        items.clear();
    }

    private void show(Instant now) {
        if (quiet || step.isEmpty() || now.isBefore(nextShow)) {
            return;
        }
        nextShow = now.plus(every());
        if (terminal.isPresent()) {
            replaceLine(fitting(now));
        } else {
            out.print(line(now, Detail.ALL) + "\n");
        }
        out.flush();
    }

    private Duration every() {
        return terminal.isPresent() ? REFRESH_EVERY : PLAIN_EVERY;
    }

    /** Overwrites what the terminal shows of the line before. */
    private void replaceLine(String line) {
        if (terminal.isPresent()) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        }
    }

    /** With as much detail as the terminal has room for. */
    private String fitting(Instant now) {
        String line = "";
        for (Detail detail : Detail.values()) {
            line = line(now, detail);
            if (line.length() <= terminal.room()) {
                return line;
            }
        }
        return fitting(line);
    }

    private String fitting(String line) {
        return line.substring(0, Math.min(line.length(), terminal.room()));
    }

    private String line(Instant now, Detail detail) {
        String counts = counts(now, detail);
        String time = step + " " + Spans.text(Duration.between(stepStarted, now));
        return counts.isEmpty() ? time : time + "  " + counts;
    }

    private String counts(Instant now, Detail detail) {
        return items.values().stream().map(shown -> shown.text(now, detail)).collect(Collectors.joining("; "));
    }
}
