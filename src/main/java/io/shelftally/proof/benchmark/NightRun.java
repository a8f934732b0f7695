package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a night of a build by its launcher, as a scheduler would, on a database of its own. */
record NightRun(SandboxProcess sandbox, Databases databases, Path lists) {

    static final String DATE = "2026-11-21";

    Night run(Build build, Load load, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        shorten("scans.csv", load.scans(), folder);
        shorten("captures.csv", load.captures(), folder);
        Map<String, String> environment = environment(build, load, folder);
        Optional<Duration> busyBefore = ProcFiles.busy();
        Optional<Duration> serverBefore = databases.cpu();
        VendorCount count = sandbox.count();
        Instant start = Instant.now();
        Process process = Programs.start("nightly", command(build, folder), folder, environment);
        ProcessMeter meter = ProcessMeter.watch(process);
        Duration wall = Duration.between(start, Instant.now());
        if (process.exitValue() != 0) {
            throw new BenchmarkException("a night of " + load.scans() + " scans by " + build.launcher() + " ended with "
                    + process.exitValue() + ":\n" + Files.readString(Programs.log("nightly", folder)));
        }
        Optional<Duration> sandboxCpu = count.cpu();
        Optional<Duration> serverCpu = since(serverBefore, databases.cpu());
        Optional<Duration> others =
                since(serverCpu, since(meter.cpu(), since(sandboxCpu, since(busyBefore, ProcFiles.busy()))));
        NightDatabase database = new NightDatabase(databases.urlForReading(folder));
        return new Night(
                load,
                wall,
                Duration.between(start, count.firstCall()),
                database.steps(),
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

    private Map<String, String> environment(Build build, Load load, Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SHELFTALLY_JAVA_OPTS", "-Xmx" + load.heap() + " -Xlog:gc:file=" + folder.resolve("gc.log"));
        settings.put("SHELFTALLY_CLOSIENT_BASEURL", sandbox.uri().toString());
        settings.put("SHELFTALLY_CLOSIENT_APIKEY", SandboxProcess.API_KEY);
        settings.put("SHELFTALLY_CLOSIENT_PERMINUTE", "0");
        settings.put("SHELFTALLY_CLOSIENT_PERDAY", "0");
        load.inFlight().number().ifPresent(number -> settings.put("SHELFTALLY_CLOSIENT_INFLIGHT", "" + number));
        settings.put("SHELFTALLY_PENSA_BASEURL", sandbox.uri().toString());
        settings.put("SHELFTALLY_PENSA_USERNAME", SandboxProcess.USERNAME);
        settings.put("SHELFTALLY_PENSA_ACCESSTOKEN", SandboxProcess.ACCESS_TOKEN);
        settings.put("SHELFTALLY_PENSA_INFLIGHT", load.inFlight().toString());
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
