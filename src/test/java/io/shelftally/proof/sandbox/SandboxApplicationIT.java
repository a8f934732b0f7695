package io.shelftally.proof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SandboxApplicationIT {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aProcessServesUntilItIsStopped() throws Exception {
        Path portFile = folder.resolve("port file");
        Process process = java("--seed", "1", "--port-file", portFile.toString());
        try {
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();

            assertThat(line).startsWith("Closient and Pensa: http://127.0.0.1:");
            int port = Integer.parseInt(Files.readString(portFile).strip());
            Client client = new Client(URI.create("http://127.0.0.1:" + port));
            assertThat(client.statuses(1_000_001).statusCode()).isEqualTo(200);
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
    }

    @Test
    void theListsOfAMadeWorldAreWritten() throws IOException {
        int code = run("--seed", "1", "--captures", "3", "--scans", "2", "--write-lists", folder.toString());

        assertThat(code).isZero();
        assertThat(Files.readAllLines(folder.resolve("captures.csv"))).hasSize(4);
        assertThat(Files.readAllLines(folder.resolve("scans.csv"))).hasSize(3);
    }

    @Test
    void aWrongUseIsToldInALine() {
        assertThat(run()).isEqualTo(64);
        assertThat(run("--world", "x", "--seed", "1")).isEqualTo(64);
        assertThat(run("--write-lists", folder.toString())).isEqualTo(64);
        assertThat(run("--seed", "1", "--trouble", "101")).isEqualTo(64);
        assertThat(run("--seed", "1", "--port", "99999")).isEqualTo(64);
        assertThat(run("--sead", "1")).isEqualTo(64);
        assertThat(err.toString().lines()).hasSize(6).allMatch(line -> line.startsWith("sandbox: "));
    }

    @Test
    void aBadWorldIsToldWithItsFile() throws IOException {
        Files.writeString(folder.resolve("world.json"), "{\"captures\": [{\"idd\": 1}]}");

        assertThat(run("--world", folder.toString())).isEqualTo(65);
        assertThat(err.toString()).contains("world.json, line 1").contains("captures[0].idd");
    }

    @Test
    void helpExplainsEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--port-file=FILE", "--world=DIR", "--tail-percent=P", "Examples:");
    }

    private int run(String... arguments) {
        CommandLine command = SandboxApplication.commandLine();
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxApplication.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
