package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkApplicationTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aWrongUseIsToldAndNothingIsRun() {
        refuses("\"20\" is not a time such as 20ms or 2s", "--latency", "20");
        refuses("a heap is written 512m or 1g, not \"much\"", "--heap", "much");
        refuses("scans and products must be 1 or more", "--scans", "0");
        refuses("the tail 0 to 100 percent", "--tail-percent", "101");
        refuses("expected one of [CLIENT, DUCKDB, NONE]", "--peers", "spark");
        refuses("rounds and repeat must be 1 or more", "--rounds", "0");
        refuses("a sample must be 0 or more", "--baseline-scans", "-1");
        refuses("rounds and repeat must be 1 or more", "--repeat", "0");
    }

    @Test
    void aVendorThatCannotBeIsRefused() {
        refuses("expected one of [CALL, SCAN]", "--tail-by", "luck");
        refuses("expected one of [FIXED, QUEUE]", "--vendor", "slow");
        refuses("expected one of [H2, POSTGRESQL]", "--database", "oracle");
        refuses("--vendor-workers needs --vendor queue", "--vendor-workers", "8");
        refuses("a vendor has 1 worker or more, not 0", "--vendor", "queue", "--vendor-workers", "0");
        refuses("--workers needs --database postgresql", "--workers", "1,2");
        refuses("--workers are 1 or more", "--workers", "0", "--database", "postgresql");
        refuses("calls in flight are a number or auto, not \"many\"", "--in-flight", "many");
        refuses("calls in flight are 1 or more, or auto", "--windows", "4,0");
    }

    @Test
    void aBuildThatIsNoneIsRefused(@TempDir Path folder) throws IOException {
        Path app = Files.createDirectories(folder.resolve("target/app"));
        refuses("is no built application: name a target/app", "--beside", app.toString());

        Files.createDirectories(app.resolve("lib"));
        Files.createFile(app.resolve("shelftally.jar"));
        refuses("has no launcher: " + folder.resolve("jobs/nightly"), "--beside", app.toString());
        refuses("run one after the other", "--beside", "x", "--workers", "1", "--database", "postgresql");
        refuses("--beside-set needs --beside", "--beside-set", "A=1");
    }

    @Test
    void helpTellsEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "--tail-by",
                        "--vendor",
                        "--vendor-workers",
                        "--workers",
                        "--beside",
                        "--repeat",
                        "--windows",
                        "auto",
                        "Exit codes");
    }

    private void refuses(String reason, String... arguments) {
        err.getBuffer().setLength(0);

        assertThat(run(arguments)).isEqualTo(64);

        assertThat(err.toString()).startsWith("benchmark: ").contains(reason).hasLineCount(1);
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--project";
        all[1] = "no such project";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return BenchmarkApplication.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
