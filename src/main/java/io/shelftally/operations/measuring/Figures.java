package io.shelftally.operations.measuring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.shelftally.operations.telling.RunEvent;
import io.shelftally.publication.report.Summary;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The figures as gauges of the last run, and of the last night that was published: a process that ends counts nothing on. Their
 * names stand in jobs/told.md.
 */
final class Figures {

    private static final String SECONDS = "seconds";
    private static final double MILLIS = 1000.0;

    private final MeterRegistry registry;

    Figures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Of the run, however it ended. */
    void run(RunEvent event) {
        gauge(
                "run.exit.code",
                "How the last run ended; 0 is well.",
                "",
                Tags.empty(),
                event.exitCode().orElse(0));
        gauge(
                "run.end.time",
                "When the last run ended.",
                SECONDS,
                Tags.empty(),
                event.at().toEpochMilli() / MILLIS);
        gauge(
                "run.duration",
                "How long the last run took.",
                SECONDS,
                Tags.empty(),
                event.took().toMillis() / MILLIS);
        event.facts()
                .steps()
                .forEach((step, took) -> gauge(
                        "run.step.duration", "How long a step took.", SECONDS, Tags.of("step", step), seconds(took)));
    }

    /** Of the night that it published. */
    void night(RunEvent event, Summary night) {
        gauge(
                "night.published.time",
                "When a run last ended with a published night.",
                SECONDS,
                Tags.empty(),
                event.at().toEpochMilli() / MILLIS);
        gauge(
                "night.business.date",
                "The first second of its business date in UTC.",
                SECONDS,
                Tags.empty(),
                night.businessDate().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        counts("night.scans", "Scans by outcome.", "outcome", night.scans());
        counts("night.captures", "Captures by outcome.", "outcome", night.captures());
        counts("night.products", "Reconciled rows by verdict.", "verdict", night.verdicts());
        counts("night.quarantined", "What was set aside, by code.", "code", night.quarantine());
        breaks(night.breaks());
        carriedOver(night.carriedOver());
        coverage("scans", night.coverage().scans());
        coverage("captures", night.coverage().captures());
        night.calls().forEach(this::calls);
        night.quota().forEach(this::quota);
        for (Summary.Level level : Summary.Level.values()) {
            gauge(
                    "night.tripped.rules",
                    "Rules of the settings that tripped, by level.",
                    "",
                    Tags.of("level", level.text()),
                    night.alerts().stream()
                            .filter(alert -> alert.level() == level)
                            .count());
        }
    }

    private void breaks(Summary.Breaks breaks) {
        String help = "Breaks: open at the end of the night, and opened and closed by it.";
        gauge("night.breaks", help, "", Tags.of("state", "open"), breaks.open());
        gauge("night.breaks", help, "", Tags.of("state", "opened"), breaks.opened());
        gauge("night.breaks", help, "", Tags.of("state", "closed"), breaks.closed());
    }

    private void carriedOver(Summary.CarriedOver carried) {
        String help = "What goes on to the next night by itself.";
        gauge("night.carried.over", help, "", Tags.of("kind", "scans"), carried.scans());
        gauge("night.carried.over", help, "", Tags.of("kind", "captures"), carried.captures());
    }

    private void coverage(String kind, Summary.Share share) {
        gauge("night.asked", "Items that a vendor was asked about.", "", Tags.of("kind", kind), share.asked());
        gauge("night.answered", "Those of them that were answered.", "", Tags.of("kind", kind), share.answered());
    }

    /** The result is told with the kind of call before it, such as {@code read ok}. */
    private void calls(Summary.Calls calls) {
        String[] words = calls.result().split(" ", 2);
        Tags tags = Tags.of("vendor", calls.vendor(), "call", words[0], "result", words[words.length - 1]);
        gauge("night.calls", "Calls for the night, by result.", "", tags, calls.count());
        gauge("night.call.mean", "How long such a call took on average.", SECONDS, tags, calls.meanMillis() / MILLIS);
    }

    private void quota(Summary.Quota quota) {
        Tags tags = Tags.of("vendor", quota.vendor(), "window", quota.window());
        gauge("night.quota.used", "Calls counted against a vendor's quota.", "", tags, quota.used());
        gauge("night.quota.limit", "The calls that it allows; 0 is no limit.", "", tags, quota.limit());
    }

    private <E extends Enum<E>> void counts(String name, String help, String label, Map<E, Long> counts) {
        counts.forEach((constant, count) -> gauge(name, help, "", Tags.of(label, constant.name()), count));
    }

    private void gauge(String name, String help, String unit, Tags tags, Number value) {
        Gauge.builder("shelftally." + name, () -> value)
                .description(help)
                .baseUnit(unit.isEmpty() ? null : unit)
                .tags(tags)
                .register(registry);
    }

    private static double seconds(Duration took) {
        return took.toMillis() / MILLIS;
    }
}
