package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.Locale;

/** Text for people, in sections of named figures. */
final class Page {

    private final StringBuilder out = new StringBuilder();

    void heading(String text) {
        out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    void line(String name, String text) {
        add("  %-28s%s\n", name, text);
    }

    void add(String form, Object... figures) {
        out.append(figure(form, figures));
    }

    static String figure(String form, Object... figures) {
        return String.format(Locale.ROOT, form, figures);
    }

    static String seconds(Duration time) {
        return figure("%.2f s", LittlesLaw.seconds(time));
    }

    static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
