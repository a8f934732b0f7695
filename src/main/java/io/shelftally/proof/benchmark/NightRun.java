package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a night of a build by its launcher, as a scheduler would, on a database of its own. */
record NightRun(SandboxProcess sandbox, Databases databases, Path lists) {

    static final String DATE = "2026-11-21";

    /** Of all processes of a night, whatever that of the machine is. */
    static final ZoneOffset ZONE = ZoneOffset.UTC;

    /** After its start a worker is busy with itself for a moment. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private static final Duration IDLE = Duration.ofSeconds(30);

    Night run(Build build, Load load, Path folder) throws IOException, InterruptedException {
        return run(build, load, folder, environment(build, load, folder, 1), () -> Optional.of(Duration.ZERO));
    }

    /** The same by a manager, which makes no call itself, and so many workers, each of which has the load's calls in flight. */
    Team run(Build build, Load load, Path folder, int number) throws IOException, InterruptedException {
        Map<String, String> environment = environment(build, load, folder, number);
        try (WorkerProcesses workers = workers(build, folder, environment, number)) {
            Optional<Duration> before = workers.cpu();
            Night night = run(build, load, folder, environment, workers::cpu);
            return new Team(number, night, since(before, workers.cpu()));
        }
    }

    /** Lets so many workers wait for a run that does not come. */
    Idle idle(Build build, Load load, Path folder, int number) throws IOException, InterruptedException {
        try (WorkerProcesses workers = workers(build, folder, environment(build, load, folder, number), number)) {
            Thread.sleep(SETTLING.toMillis());
            Optional<Duration> before = workers.cpu();
            Optional<Duration> serverBefore = databases.cpu();
            long start = System.nanoTime();
            Thread.sleep(IDLE.toMillis());
            return new Idle(
                    number,
                    Duration.ofNanos(System.nanoTime() - start),
                    since(before, workers.cpu()),
                    since(serverBefore, databases.cpu()));
        }
    }

    private Night run(
            Build build,
            Load load,
            Path folder,
            Map<String, String> environment,
            Supplier<Optional<Duration>> workersCpu)
            throws IOException, InterruptedException {
        shorten("scans.csv", load.scans(), folder);
        shorten("captures.csv", load.captures(), folder);
        Optional<Duration> workersBefore = workersCpu.get();
        Optional<Duration> busyBefore = ProcFiles.busy();
        Optional<Duration> serverBefore = databases.cpu();
        VendorCount count = sandbox.count();
        Instant start = Instant.now();
        Process process = Programs.start("nightly", command(build, folder), folder, environment);
        ProcessMeter meter = ProcessMeter.watch(process, databases::cpu);
        Duration wall = Duration.between(start, Instant.now());
        if (process.exitValue() != 0) {
            throw new BenchmarkException("a night of " + load.scans() + " scans by " + build.launcher() + " ended with "
                    + process.exitValue() + ":\n" + Files.readString(Programs.log("nightly", folder)));
        }
        Optional<Duration> sandboxCpu = count.cpu();
        Optional<Duration> serverCpu = since(serverBefore, databases.cpu());
        Optional<Duration> others = since(
                since(workersBefore, workersCpu.get()),
                since(serverCpu, since(meter.cpu(), since(sandboxCpu, since(busyBefore, ProcFiles.busy())))));
        NightDatabase database = new NightDatabase(databases.urlForReading(folder));
        Map<String, NightDatabase.Span> steps = database.steps();
        return new Night(
                load,
                wall,
                Duration.between(start, count.firstCall()),
                byStep(steps, NightDatabase.Span::time),
                byStep(steps, meter::of),
                database.calls(),
                count.figures(),
                rows(folder.resolve("out/latest/summary.json")),
                meter.cpu(),
                serverCpu,
                sandboxCpu,
                others,
                GcLog.peakAfterCollection(folder.resolve("gc.log")),
                meter.peakResident(),
                databases.bytes(folder),
                size(folder.resolve("out").resolve(DATE).toRealPath()));
    }

    private static <T> Map<String, T> byStep(
            Map<String, NightDatabase.Span> steps, Function<NightDatabase.Span, T> figure) {
        Map<String, T> figures = new LinkedHashMap<>();
        steps.forEach((step, span) -> figures.put(step, figure.apply(span)));
        return figures;
    }

    private static List<String> command(Build build, Path folder) {
        return List.of(
                build.launcher().toString(),
                "--date",
                DATE,
                "--scans",
                folder.resolve("scans.csv").toString(),
                "--captures",
                folder.resolve("captures.csv").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--wait",
                "12h",
                "--allow-empty",
                "--quiet");
    }

    private WorkerProcesses workers(Build build, Path folder, Map<String, String> environment, int number)
            throws IOException, InterruptedException {
        return WorkerProcesses.start(build, number, folder, environment, databases.urlForReading(folder));
    }

    /**
     * Makes the folder and its database.
     *
     * @param processes for each of which there are the load's calls in flight: the setting is that of all together
     */
    private Map<String, String> environment(Build build, Load load, Path folder, int processes) throws IOException {
        Files.createDirectories(folder);
        InFlight all = load.inFlight().times(processes);
        Map<String, String> settings = new HashMap<>();
        settings.put("TZ", "UTC");
        settings.put("SHELFTALLY_JAVA_OPTS", "-Xmx" + load.heap() + " -Xlog:gc:file=" + folder.resolve("gc.log"));
        settings.put("SHELFTALLY_CLOSIENT_BASEURL", sandbox.uri().toString());
        settings.put("SHELFTALLY_CLOSIENT_APIKEY", SandboxProcess.API_KEY);
        settings.put("SHELFTALLY_CLOSIENT_PERMINUTE", "0");
        settings.put("SHELFTALLY_CLOSIENT_PERDAY", "0");
        all.number().ifPresent(number -> settings.put("SHELFTALLY_CLOSIENT_INFLIGHT", "" + number));
        settings.put("SHELFTALLY_PENSA_BASEURL", sandbox.uri().toString());
        settings.put("SHELFTALLY_PENSA_USERNAME", SandboxProcess.USERNAME);
        settings.put("SHELFTALLY_PENSA_ACCESSTOKEN", SandboxProcess.ACCESS_TOKEN);
        settings.put("SHELFTALLY_PENSA_INFLIGHT", all.toString());
        settings.put("SPRING_DATASOURCE_URL", databases.url(folder));
        settings.putAll(build.settings());
        return settings;
    }

    /** Copies the header and the first rows of a work list. */
    private void shorten(String list, int rows, Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(lists.resolve(list))) {
            Files.write(folder.resolve(list), lines.limit(rows + 1L).toList());
        }
    }

    private static Optional<Duration> since(Optional<Duration> earlier, Optional<Duration> later) {
        return later.flatMap(after -> earlier.map(after::minus));
    }

    private static long rows(Path summary) {
        JsonNode verdicts = new JsonMapper().readTree(summary.toFile()).path("verdicts");
        return verdicts.values().stream().mapToLong(JsonNode::asLong).sum();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(NightRun::length).sum();
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
