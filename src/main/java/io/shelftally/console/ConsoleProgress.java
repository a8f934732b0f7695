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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private String first = "";
    private String beside = "";
    private String besideInBrief = "";
    private @Nullable Consumer<String> log;

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
        shown.calls(lane.inFlight(), lane.window(), lane.quotaLeft(), lane.waiting());
        show(now);
    }

    @Override
    public synchronized void items(String name, long done, long total) {
        Instant now = clock.instant();
        items.computeIfAbsent(name, ShownItems::new).saw(now, done, total);
        show(now);
    }

    @Override
    public synchronized void beside(String all, String brief) {
        beside = all;
        besideInBrief = brief;
    }

    @Override
    public synchronized void say(String lines) {
        begin();
        if (!quiet) {
            replaceLine("");
            print(isInPlace() ? "\r" + lines : lines);
        }
    }

    /** To be told at once on a terminal; elsewhere before all else, once it is known where. */
    public synchronized void sayFirst(String lines) {
        first = lines;
        if (terminal.isPresent()) {
            begin();
        }
    }

    /** From now on all of it goes to a log, and nothing is refreshed in place. */
    public synchronized void log(Consumer<String> lines) {
        log = lines;
        begin();
    }

    /** Tells how long the step took, if one is under way, so that other output starts on a new line. */
    public synchronized void finish() {
        begin();
        if (!quiet && !step.isEmpty()) {
            Duration took = Duration.between(stepStarted, clock.instant());
            String counts = counts(clock.instant(), Detail.COUNTS);
            String last = step + " took " + Spans.text(took) + (counts.isEmpty() ? "" : ": " + counts);
            if (isInPlace()) {
                replaceLine(fitting(last));
                print("\n");
            } else {
                print(last + "\n");
            }
        }
        step = "";
        width = 0;
        items.clear();
        beside("", "");
    }

    private void show(Instant now) {
        if (quiet || step.isEmpty() || now.isBefore(nextShow)) {
            return;
        }
        nextShow = now.plus(every());
        if (isInPlace()) {
            replaceLine(fitting(now));
            out.flush();
        } else {
            print(line(now, Detail.ALL) + "\n");
        }
    }

    private void begin() {
        String lines = first;
        first = "";
        if (!quiet && !lines.isEmpty()) {
            print(lines);
        }
    }

    private void print(String lines) {
        if (log == null) {
            out.print(lines);
            out.flush();
        } else {
            log.accept(lines.strip());
        }
    }

    private boolean isInPlace() {
        return terminal.isPresent() && log == null;
    }

    private Duration every() {
        return isInPlace() ? REFRESH_EVERY : PLAIN_EVERY;
    }

    /** Overwrites what the terminal shows of the line before. */
    private void replaceLine(String line) {
        if (isInPlace()) {
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
        String time = step + " " + Spans.text(Duration.between(stepStarted, now));
        String news = Stream.of(counts(now, detail), detail == Detail.ALL ? beside : besideInBrief)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return news.isEmpty() ? time : time + "  " + news;
    }

    private String counts(Instant now, Detail detail) {
        return items.values().stream().map(shown -> shown.text(now, detail)).collect(Collectors.joining("; "));
    }
}
