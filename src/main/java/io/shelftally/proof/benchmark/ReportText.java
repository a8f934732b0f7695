package io.shelftally.proof.benchmark;

import static io.shelftally.proof.benchmark.Page.figure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results as a page for people. */
record ReportText(Page page) {

    private static final String NONE = "not available";

    static String of(Results results) {
        Page page = new Page();
        ReportText text = new ReportText(page);
        CollectText collect = new CollectText(page);
        text.machine(results);
        results.trials().forEach(collect::collect);
        text.plain(results.night(), results.further().plain());
        text.rest(results.night(), results.further().duckdb());
        results.trials().stream()
                .filter(trial -> !trial.comparison().isEmpty())
                .forEach(new BesideText(page)::comparison);
        if (!results.further().windows().isEmpty()) {
            collect.windows(results.further().windows());
        }
        if (!results.further().scaling().isEmpty()) {
            text.scaling(results.further().scaling());
        }
        results.further().teams().ifPresent(new TeamText(page)::teams);
        text.targets(results);
        return page.toString();
    }

    private void machine(Results results) {
        Machine machine = results.machine();
        page.heading("Machine");
        page.line("processor", machine.cores() + " cores, " + machine.processor());
        page.line("memory", machine.memory());
        page.line("system", machine.system());
        page.line("java", machine.java());
        page.line("load before", figure("%.2f processes", results.loadBefore()));
        Load load = results.load();
        page.heading("Night");
        page.line(
                "items",
                figure("%,d scans of %d products, %,d captures", load.scans(), load.products(), load.captures()));
        results.trials().forEach(trial -> page.line("vendors", trial.load().vendor() + ", quota off"));
        page.line("calls in flight", load.inFlight().toString());
        page.line("job", "-Xmx" + load.heap());
        page.line("database", load.database().words());
    }

    private void plain(Night night, List<PlainRun> plain) {
        if (plain.isEmpty()) {
            return;
        }
        page.heading("The same by a plain chunk step, " + night.load().vendor().tail());
        plain.forEach(run -> page.line(
                run.kind().toString(),
                figure(
                        "%7.1f items a second (%,d scans in %s): the job is %.1f times as fast",
                        run.itemsPerSecond(),
                        run.scans(),
                        Page.seconds(run.time()),
                        night.itemsPerSecond() / run.itemsPerSecond())));
    }

    private void rest(Night night, Optional<DuckRun> duckdb) {
        page.heading("Steps");
        night.steps().forEach((step, time) -> page.line(step, Page.seconds(time)));
        page.line("all, with the start", Page.seconds(night.wall()));
        cpu(night);
        page.heading("Reconcile and publish");
        page.line("rows", figure("%,d, %,.0f a second", night.rows(), night.rowsPerSecond()));
        page.line(
                "written",
                figure(
                        "%,d MB database, %,d MB files",
                        night.databaseBytes() / 1_000_000, night.publishedBytes() / 1_000_000));
        duckdb.ifPresent(run -> duckdb(night, run));
        page.heading("Resources");
        page.line("start to first call", Page.seconds(night.firstCall()));
        page.line("CPU of the job", time(night.jobCpu()));
        if (night.load().database() == Databases.Kind.POSTGRESQL) {
            page.line("CPU of the database", time(night.serverCpu()));
        }
        page.line("CPU of the sandbox", time(night.sandboxCpu()) + perCall(night));
        page.line("CPU of everything else", time(night.otherCpu()));
        page.line("peak resident memory", memory(night.peakResident()));
        page.line(
                "peak heap",
                night.peakHeap()
                        .map(heap -> heap + " MiB in use after a collection")
                        .orElse(NONE));
    }

    /** Of short steps it says little: a process is looked at ten times a second. */
    private void cpu(Night night) {
        page.heading("CPU of the steps, seconds");
        page.add("  %-22s%12s%12s%18s\n", "step", "job", "database", "by million rows");
        night.stepCpu()
                .forEach((step, cpu) -> page.add(
                        "  %-22s%12s%12s%18s\n",
                        step, number(cpu.job()), number(cpu.server()), number(cpu.ofAMillion(night.rows()))));
    }

    private static String number(Optional<Duration> time) {
        return time.map(cpu -> figure("%.2f", LittlesLaw.seconds(cpu))).orElse("-");
    }

    private void duckdb(Night night, DuckRun run) {
        page.line(
                "the same by DuckDB " + run.version(),
                figure(
                        "%s, %,d rows, %,.0f a second, %s of CPU, %s: the job is %.2f times as fast",
                        Page.seconds(run.time()),
                        run.rows(),
                        run.rowsPerSecond(),
                        time(run.cpu()),
                        memory(run.peakResident()),
                        night.rowsPerSecond() / run.rowsPerSecond()));
        page.line(
                "rows that differ",
                figure("%,d", run.differing()) + (night.load().captures() > 0 ? ", as DuckDB has no captures" : ""));
    }

    private void scaling(List<Night> nights) {
        page.heading("Scaling, seconds by scans");
        page.add("  %-22s", "step");
        nights.forEach(night -> page.add("%,12d", night.scans()));
        page.add("   factor a doubling\n");
        List<Scaling> all = Scaling.of(nights);
        for (Map.Entry<String, Duration> step :
                nights.get(nights.size() - 1).steps().entrySet()) {
            page.add("  %-22s", step.getKey());
            nights.forEach(night ->
                    page.add("%12.2f", LittlesLaw.seconds(night.steps().getOrDefault(step.getKey(), Duration.ZERO))));
            all.stream()
                    .filter(scaling -> scaling.step().equals(step.getKey()))
                    .forEach(scaling ->
                            page.add("   %.2f%s", scaling.perDoubling(), scaling.isLongEnough() ? "" : " (too short)"));
            page.add("\n");
        }
    }

    private void targets(Results results) {
        page.heading("Targets");
        results.targets()
                .forEach(target ->
                        page.add("  %-7s%s: %s\n", target.isMet() ? "met" : "MISSED", target.name(), target.figure()));
        if (results.areDisturbed()) {
            page.add("  The machine was not quiet: other work had a tenth of it or more.\n");
        }
        if (!results.areStated()) {
            page.add("  The targets are stated for another load: see docs/benchmarks.md.\n");
        }
    }

    private static String perCall(Night night) {
        return night.sandboxCpu()
                .map(cpu -> figure(
                        " (%.2f ms a call)",
                        Page.millis(cpu) / Math.max(1, night.vendor().allCalls())))
                .orElse("");
    }

    private static String memory(Optional<Long> size) {
        return size.map(bytes -> figure("%d MiB", bytes / 1_048_576)).orElse(NONE);
    }

    private static String time(Optional<Duration> time) {
        return time.map(Page::seconds).orElse(NONE);
    }
}
