package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTests {

    private static final Path SCHEDULES = Path.of("jobs", "schedules");
    private static final Path SETTINGS = SCHEDULES.resolve("shelftally.properties");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crontab             | (?m)^LC_ALL=C\\.UTF-8$",
                "shelftally.service  | (?m)^Environment=LC_ALL=C\\.UTF-8$",
                "cronjob.yaml        | name: LC_ALL\\s+value: \"C\\.UTF-8\""
            })
    void aScheduleSetsALocaleInWhichEveryFileCanBeNamed(String file, String line) throws IOException {
        assertThat(Files.readString(SCHEDULES.resolve(file))).containsPattern(line);
    }

    @Test
    void theFileOfSettingsNamesWhatTheRunbookTells() throws IOException {
        Properties settings = new Properties();
        settings.load(Files.newBufferedReader(SETTINGS));
        Set<String> known = new HashSet<>(Set.of("spring.config.import"));
        Documents.rows(Documents.section(Documents.runbook("Settings"), "Settings"))
                .forEach(cells -> known.add(cells.get(0)));

        assertThat(settings).isNotEmpty();
        assertThat(known).containsAll(settings.stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"crontab", "shelftally.service"})
    void everyScheduleReadsTheOneFileOfSettings(String file) throws IOException {
        assertThat(Files.readString(SCHEDULES.resolve(file)))
                .contains("/etc/shelftally/shelftally.properties")
                .doesNotContain("/etc/shelftally/env");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs                              | -Xmx9m -Xss1m",
                "--config HOME/other runs          | -Xmx7m",
                "runs --last 3 --config=HOME/other | -Xmx7m",
                "runs --config HOME/none           | ''"
            })
    void theLaunchersTakeTheOptionsOfJavaFromTheFileThatTheCommandReads(
            String command, String options, @TempDir Path home) throws Exception {
        Files.writeString(home.resolve("shelftally.properties"), "# x\nshelftally.java.opts = -Xmx9m -Xss1m\n");
        Files.writeString(home.resolve("other"), "shelftally.java.opts=-Xmx1m\nshelftally.java.opts=-Xmx7m\n");
        String ask = ". jobs/.launch; cd '" + home + "'; java_opts " + command.replace("HOME", home.toString());

        assertThat(bash(Map.of(), "set -euo pipefail; " + ask).strip()).isEqualTo(options);
        assertThat(bash(Map.of("SHELFTALLY_JAVA_OPTS", "-Xmx3m"), ask)).isEqualTo("-Xmx3m\n");
    }

    @Test
    void theLauncherTellsAScheduleWhereItIsAndBoundsWhatWaits() throws Exception {
        String started = bash(
                Map.of("SHELFTALLY_JAVA_OPTS", "-Xmx9g"),
                ". jobs/.launch; java=echo; archive_option() { :; }; run_shelftally schedule --next");

        assertThat(started)
                .contains(" -Dshelftally.launcher=" + Path.of("jobs/shelftally").toAbsolutePath() + " ")
                .containsPattern("-Xmx9g -Xms8m -Xmx96m -jar .*shelftally\\.jar schedule --next$");
    }

    @ParameterizedTest
    @CsvSource({"POSIX,C.UTF-8", "C,C.UTF-8", "'',C.UTF-8", "xx_XX.UTF-8,C.UTF-8", "C.UTF-8,C.UTF-8"})
    void theLaunchersLeaveNoAsciiLocale(String before, String after) throws Exception {
        assertThat(bash(Map.of("LC_ALL", before), ". jobs/.launch; echo \"$LC_ALL\""))
                .isEqualTo(after + "\n");
    }

    private static String bash(Map<String, String> environment, String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script);
        List.of("LC_ALL", "LC_CTYPE", "LANG").forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
