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
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTests {

    private static final Path SCHEDULES = Path.of("jobs", "schedules");
    private static final Path SETTINGS = SCHEDULES.resolve("env");

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
    void theFileOfSettingsReadsTheSameInAShellAndInSystemd() throws Exception {
        Map<String, String> settings = asSystemdReads(Files.readAllLines(SETTINGS));
        String environment = bash(Map.of(), "set -a; . '" + SETTINGS + "'; env");

        assertThat(settings).isNotEmpty();
        settings.forEach((name, value) -> assertThat(environment.lines()).contains(name + "=" + value));
    }

    @Test
    void theFileOfSettingsNamesWhatTheRunbookTells() throws IOException {
        Set<String> known = new HashSet<>(Set.of("SHELFTALLY_JAVA_OPTS", "SHELFTALLY_LOG"));
        Documents.rows(Documents.section(Documents.runbook("Settings"), "Settings"))
                .forEach(cells -> known.add(cells.get(1)));

        assertThat(known)
                .containsAll(asSystemdReads(Files.readAllLines(SETTINGS)).keySet());
    }

    @ParameterizedTest
    @CsvSource({"POSIX,C.UTF-8", "C,C.UTF-8", "'',C.UTF-8", "xx_XX.UTF-8,C.UTF-8", "C.UTF-8,C.UTF-8"})
    void theLaunchersLeaveNoAsciiLocale(String before, String after) throws Exception {
        assertThat(bash(Map.of("LC_ALL", before), ". jobs/.launch; echo \"$LC_ALL\""))
                .isEqualTo(after + "\n");
    }

    /** Lines of a name and a value, which may stand in double quotes; nothing is expanded. */
    private static Map<String, String> asSystemdReads(List<String> lines) {
        Map<String, String> settings = new TreeMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                assertThat(line).matches("[A-Z_]+=([^\\s\"'$\\\\`]*|\"[^\"$\\\\`]*\")");
                String[] parts = line.split("=", 2);
                settings.put(parts[0], parts[1].replace("\"", ""));
            }
        }
        return settings;
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
