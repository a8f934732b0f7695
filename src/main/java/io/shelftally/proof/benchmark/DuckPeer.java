package io.shelftally.proof.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets DuckDB derive and publish a night that the job has collected, in a process of its own. */
record DuckPeer(Databases databases, Path folder) {

    /** @param night the folder of that night */
    DuckRun run(Path night) throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        EvidenceFiles.write(databases.urlForReading(night), folder);
        Files.copy(night.resolve("scans.csv"), folder.resolve("scans.csv"), StandardCopyOption.REPLACE_EXISTING);
        Process process = Programs.start("duckdb", command(night), folder, Map.of());
        ProcessMeter meter = ProcessMeter.watch(process, Optional::empty);
        String said = Files.readString(Programs.log("duckdb", folder)).strip();
        if (process.exitValue() != 0) {
            throw new BenchmarkException("DuckDB ended with " + process.exitValue() + ":\n" + said);
        }
        JsonNode told = new JsonMapper().readTree(said.substring(said.lastIndexOf('\n') + 1));
        return new DuckRun(
                told.path("version").asString(),
                Duration.ofNanos(told.path("nanos").asLong()),
                told.path("rows").asLong(),
                told.path("differing").asLong(),
                Optional.of(told.path("cpuNanos").asLong())
                        .filter(nanos -> nanos > 0)
                        .map(Duration::ofNanos),
                meter.peakResident());
    }

    private List<String> command(Path night) {
        List<String> command = new ArrayList<>(Programs.java());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", DuckProgram.class.getName()));
        command.addAll(List.of(
                folder.toString(),
                NightRun.DATE,
                night.resolve("out/latest/reconciled_items.csv").toString()));
        return command;
    }
}
