package io.shelftally.proof.benchmark;

import static io.shelftally.proof.benchmark.Page.figure;

import io.shelftally.proof.benchmark.Comparison.Unit;
import java.util.List;

/** What is said of two builds beside each other. */
record BesideText(Page page) {

    /** Shorter times are mostly noise. */
    private static final double SHORTEST_SECONDS = 0.1;

    void comparison(Trial trial) {
        page.heading(figure(
                "This build beside the other, %s: medians of %d nights each, in turn",
                trial.load().vendor().tail(), trial.here().size()));
        page.add("  %-26s%14s%14s   %s\n", "", "this", "other", "this build");
        trial.comparison()
                .forEach(one -> page.add(
                        "  %-26s%14s%14s   %s\n",
                        one.name(), value(one.unit(), one.here()), value(one.unit(), one.other()), words(one)));
        page.add("  %-26s%s\n", "collect, each night", nights(trial.here()) + " | " + nights(trial.other()));
    }

    private static String value(Unit unit, double value) {
        return switch (unit) {
            case SECONDS, CPU_SECONDS -> figure("%.2f s", value);
            case MILLISECONDS -> figure("%.1f ms", value);
            case CALLS, ROWS_A_SECOND -> figure("%,.0f", value);
            case MEGABYTES -> figure("%.0f MiB", value);
        };
    }

    private static String words(Comparison one) {
        return switch (one.unit()) {
            case SECONDS ->
                one.other() < SHORTEST_SECONDS ? "(too short)" : figure("%.2f times as fast", 1 / one.hereByOther());
            case CPU_SECONDS -> figure("%.2f of it", one.hereByOther());
            case ROWS_A_SECOND -> figure("%.2f times as many a second", one.hereByOther());
            case CALLS, MILLISECONDS, MEGABYTES -> figure("%+.1f %%", 100 * (one.hereByOther() - 1));
        };
    }

    private static String nights(List<Night> nights) {
        return String.join(
                " ",
                nights.stream()
                        .map(night -> figure("%.2f", night.collectSeconds()))
                        .toList());
    }
}
