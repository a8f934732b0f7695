package io.shelftally.proof.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkApplicationTests {

    private final StringWriter err = new StringWriter();

    @Test
    void aWrongUseIsToldAndNothingIsRun() {
        assertThat(run("--latency", "20")).isEqualTo(64);
        assertThat(run("--heap", "much")).isEqualTo(64);
        assertThat(run("--scans", "0")).isEqualTo(64);
        assertThat(run("--tail-percent", "101")).isEqualTo(64);
        assertThat(err.toString())
                .contains("\"20\" is not a time such as 20ms or 2s", "a heap is written 512m or 1g, not \"much\"");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--project";
        all[1] = "no such project";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new CommandLine(new BenchmarkApplication())
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
