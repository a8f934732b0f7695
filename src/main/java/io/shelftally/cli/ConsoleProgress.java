package io.shelftally.cli;

import io.shelftally.collect.Progress;
import io.shelftally.collect.Tally;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows how far a run is: a line refreshed in place on a terminal, a plain line every 30 s elsewhere, or nothing. */
final class ConsoleProgress implements Progress {

    private enum Style {
        NONE,
        PLAIN,
        REFRESHED
    }

    private static final Duration PLAIN_EVERY = Duration.ofSeconds(30);
    private static final Duration REFRESH_EVERY = Duration.ofMillis(200);

    private final PrintStream out;
    private final Style style;
    private final Map<String, String> lanes = new TreeMap<>();
    private String step = "";
    private long stepStarted = System.nanoTime();
    private long shown = System.nanoTime();
    private int width;

    private ConsoleProgress(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** The launchers say whether the stream is a terminal; without their word it is taken for none. */
    static ConsoleProgress on(PrintStream out, boolean quiet) {
        Style shown = Boolean.getBoolean("shelftally.terminal") ? Style.REFRESHED : Style.PLAIN;
        return new ConsoleProgress(out, quiet ? Style.NONE : shown);
    }

    @Override
    public synchronized void step(String name) {
        endLine();
        lanes.clear();
        step = name;
        stepStarted = System.nanoTime();
        if (style == Style.PLAIN) {
            out.println(step);
        }
        shown = System.nanoTime();
        show(false);
    }

    @Override
    public synchronized void lane(String name, Tally tally, int inFlight) {
        lanes.put(
                name,
                String.format(Locale.ROOT, "%s %d/%d, %d in flight", name, tally.done(), tally.total(), inFlight));
        show(false);
    }

    @Override
    public synchronized void items(String name, long done, long total) {
        lanes.put(name, String.format(Locale.ROOT, "%s %d/%d", name, done, total));
        show(false);
    }

    /** Ends the line that is shown, so that other output starts on a new one. */
    synchronized void finish() {
        endLine();
    }

    private void show(boolean last) {
        Duration every = style == Style.REFRESHED ? REFRESH_EVERY : PLAIN_EVERY;
        boolean isDue = System.nanoTime() - shown >= every.toNanos();
        if (style == Style.NONE || !(isDue || last) || step.isEmpty()) {
            return;
        }
        shown = System.nanoTime();
        if (style == Style.REFRESHED) {
            String line = line();
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else {
            out.println(line());
        }
        out.flush();
    }

    private void endLine() {
        if (style == Style.REFRESHED && !step.isEmpty()) {
            show(true);
            out.println();
            width = 0;
            step = "";
        }
    }

    private String line() {
        long seconds = Duration.ofNanos(System.nanoTime() - stepStarted).toSeconds();
        String items = lanes.values().stream().collect(Collectors.joining("; "));
        return String.format(Locale.ROOT, "%-13s %4d s  %s", step, seconds, items);
    }
}
