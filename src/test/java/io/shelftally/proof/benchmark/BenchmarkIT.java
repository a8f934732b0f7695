package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class BenchmarkIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aNightOnPostgresqlAndItsPeersDoTheSameWork(@TempDir Path folder) throws IOException {
        int code = run(
                "--work-dir",
                folder.toString(),
                "--json",
                "--database",
                "postgresql",
                "--scans",
                "40",
                "--products",
                "20",
                "--tail-percent",
                "0",
                "--vendor",
                "queue",
                "--vendor-workers",
                "8",
                "--sizes",
                "0",
                "--baseline-scans",
                "0",
                "--rounds",
                "1");

        assertThat(code).as(err.toString()).isZero();
        JsonNode results = new JsonMapper().readTree(out.toString());
        JsonNode trial = results.path("trials").path(0);
        JsonNode vendor = results.path("night").path("vendor");
        assertThat(trial.path("here")).hasSize(1);
        assertThat(vendor.path("calls").path("POST reports-on-demand 200").asInt())
                .isEqualTo(40);
        assertThat(vendor.path("work").asDouble()).isEqualTo(0.02);
        assertThat(vendor.path("mean").asDouble()).isGreaterThan(0.02);
        assertThat(trial.path("client").path("calls").asInt()).isEqualTo(41);
        JsonNode duckdb = results.path("further").path("duckdb");
        assertThat(duckdb.path("rows").asLong())
                .isPositive()
                .isEqualTo(results.path("night").path("rows").asLong());
        assertThat(duckdb.path("differing").asInt(-1)).isZero();
        assertThat(results.path("night").path("databaseBytes").asLong()).isPositive();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("--project", Path.of("").toAbsolutePath().toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return BenchmarkApplication.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
