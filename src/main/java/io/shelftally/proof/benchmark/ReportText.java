package io.shelftally.proof.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The results as a page for people. */
final class ReportText {

    private static final String NONE = "not available";

    private final StringBuilder out = new StringBuilder();

    private ReportText() {}

    static String of(Results results) {
        ReportText text = new ReportText();
        text.machine(results);
        text.collect(results);
        text.rest(results.night());
        if (!results.scaling().isEmpty()) {
            text.scaling(results.scaling());
        }
        text.targets(results);
        return text.out.toString();
    }

    private void machine(Results results) {
        Machine machine = results.machine();
        heading("Machine");
        line("processor", machine.cores() + " cores, " + machine.processor());
        line("memory", machine.memory());
        line("system", machine.system());
        line("java", machine.java());
        line("load before", figure("%.2f processes", results.loadBefore()));
        Load load = results.load();
        heading("Night");
        line("items", figure("%,d scans of %d products, %,d captures", load.scans(), load.products(), load.captures()));
        line("vendors", load.latencies() + " a call, quota off, " + load.inFlight() + " calls in flight");
        line("job", "-Xmx" + load.heap() + ", H2 file database");
    }

    private void collect(Results results) {
        Night night = results.night();
        Latencies latencies = results.load().latencies();
        double stated = night.mostCallsPerSecond(latencies.mean());
        heading("Collect");
        line("time", seconds(night.steps().getOrDefault("collect", Duration.ZERO)));
        line("items", figure("%.1f a second", night.itemsPerSecond()));
        line("calls", figure("%,d, %.1f a second", night.allCalls(), night.callsPerSecond()));
        line(
                "limit, Little's law",
                figure(
                        "%d in flight / %.1f ms a call as drawn = %.1f calls a second",
                        night.inFlight(), millis(night.meanLatency()), night.mostCallsPerSecond()));
        line("share of the limit", figure("%.1f %%", 100 * night.shareOfLimit()));
        line(
                "by the stated mean",
                figure(
                        "%.1f ms, %.1f calls a second, %.1f %%",
                        millis(latencies.mean()), stated, 100 * night.callsPerSecond() / stated));
        if (!results.plain().isEmpty()) {
            heading("The same by a plain chunk step");
            results.plain()
                    .forEach(run -> line(
                            run.kind().toString(),
                            figure(
                                    "%7.1f items a second (%,d scans in %s): the job is %.1f times as fast",
                                    run.itemsPerSecond(),
                                    run.scans(),
                                    seconds(run.time()),
                                    night.itemsPerSecond() / run.itemsPerSecond())));
        }
    }

    private void rest(Night night) {
        heading("Steps");
        night.steps().forEach((step, time) -> line(step, seconds(time)));
        line("all, with the start", seconds(night.wall()));
        heading("Reconcile and publish");
        line("rows", figure("%,d, %,.0f a second", night.rows(), night.rowsPerSecond()));
        line(
                "written",
                figure(
                        "%,d MB database, %,d MB files",
                        night.databaseBytes() / 1_000_000, night.publishedBytes() / 1_000_000));
        heading("Resources");
        line("start to first call", seconds(night.firstCall()));
        line("CPU of the job", time(night.jobCpu()));
        line("CPU of the sandbox", time(night.sandboxCpu()) + perCall(night));
        line("CPU of everything else", time(night.otherCpu()));
        line(
                "peak resident memory",
                night.peakResident()
                        .map(bytes -> figure("%d MiB", bytes / 1_048_576))
                        .orElse(NONE));
        line(
                "peak heap",
                night.peakHeap()
                        .map(heap -> heap + " MiB in use after a collection")
                        .orElse(NONE));
    }

    private void scaling(List<Night> nights) {
        heading("Scaling, seconds by scans");
        out.append(figure("  %-22s", "step"));
        nights.forEach(night -> out.append(figure("%,12d", night.scans())));
        out.append("   factor a doubling\n");
        List<Scaling> all = Scaling.of(nights);
        for (Map.Entry<String, Duration> step :
                nights.get(nights.size() - 1).steps().entrySet()) {
            out.append(figure("  %-22s", step.getKey()));
            nights.forEach(night -> out.append(
                    figure("%12.2f", LittlesLaw.seconds(night.steps().getOrDefault(step.getKey(), Duration.ZERO)))));
            all.stream()
                    .filter(scaling -> scaling.step().equals(step.getKey()))
                    .forEach(scaling -> out.append(
                            figure("   %.2f%s", scaling.perDoubling(), scaling.isLongEnough() ? "" : " (too short)")));
            out.append('\n');
        }
    }

    private void targets(Results results) {
        heading("Targets");
        results.targets()
                .forEach(target -> out.append(
                        figure("  %-7s%s: %s\n", target.isMet() ? "met" : "MISSED", target.name(), target.figure())));
        if (results.night().isDisturbed()) {
            out.append("  The machine was not quiet: other work had a tenth of it or more.\n");
        }
        if (!results.load().isStated()) {
            out.append("  The targets are stated for another load: see docs/benchmarks.md.\n");
        }
    }

    private void heading(String text) {
        out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    private void line(String name, String text) {
        out.append(figure("  %-28s%s\n", name, text));
    }

    private static String perCall(Night night) {
        return night.sandboxCpu()
                .map(cpu -> figure(" (%.2f ms a call)", millis(cpu) / Math.max(1, night.allCalls())))
                .orElse("");
    }

    private static String time(Optional<Duration> time) {
        return time.map(ReportText::seconds).orElse(NONE);
    }

    private static String seconds(Duration time) {
        return figure("%.2f s", LittlesLaw.seconds(time));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static String figure(String form, Object... figures) {
        return String.format(Locale.ROOT, form, figures);
    }
}
