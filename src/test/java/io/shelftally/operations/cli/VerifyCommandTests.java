package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTests {

    @TempDir
    private Path home;

    @Test
    void anExportWithoutItsFilesEndsWith65AndAFindingALine() throws IOException {
        Files.writeString(home.resolve("scans.csv"), "scan_id\r\n");

        InProcess.Ended ended = InProcess.run(new String[0], "verify", home.toString());

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .anyMatch(line -> line.startsWith("datapackage.json: it is missing. Copy the version again"))
                .last()
                .isEqualTo(home + " is NOT sound, findings: 6");
    }

    @Test
    void theFindingsComeAsJson() throws IOException {
        Files.writeString(home.resolve("notes.txt"), "x");
        Files.writeString(home.resolve("report.html"), "x");

        InProcess.Ended ended = InProcess.run(new String[0], "verify", "--json", home.toString());

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.out()).contains("\"sound\" : false", "\"part\" : \"FILES\"", "\"findings_in_all\" : 5");
    }

    @Test
    void ofTheDirectoryAboveTheDatesEveryDateIsCheckedInOrder() throws IOException {
        for (String date : List.of("2026-11-22", "2026-11-21")) {
            Path version = Files.createDirectories(
                    home.resolve(".versions").resolve(date).resolve("1"));
            Files.writeString(version.resolve("scans.csv"), "scan_id\r\n");
            Files.createSymbolicLink(home.resolve(date), version);
        }
        Files.createSymbolicLink(home.resolve("latest"), home.resolve("2026-11-22"));

        InProcess.Ended ended = InProcess.run(new String[0], "verify", home.toString());

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.out().lines().filter(line -> line.contains(" is NOT sound")))
                .containsExactly(
                        home.resolve("2026-11-21") + " is NOT sound, findings: 6",
                        home.resolve("2026-11-22") + " is NOT sound, findings: 6");
        assertThat(ended.out()).doesNotContain("Remove");
    }

    @Test
    void aDirectoryWithoutAnExportIsMisuseAndSaysWhichToName() throws IOException {
        Files.createDirectories(home.resolve("2026-11-21").resolve("1"));
        Files.writeString(home.resolve("database.mv.db"), "x");

        InProcess.Ended ended = InProcess.run(new String[0], "verify", home.toString());
        InProcess.Ended below = InProcess.run(
                new String[0], "verify", home.resolve("2026-11-21").toString());

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err())
                .contains(
                        home + " holds no export. Name the directory of a date, or the one above the dates; in it are "
                                + home.resolve("2026-11-21"));
        assertThat(below.code()).isEqualTo(64);
        assertThat(below.err())
                .contains("in it are " + home.resolve("2026-11-21").resolve("1"));
    }

    @Test
    void aDirectoryThatIsNotThereIsMisuse() {
        InProcess.Ended ended =
                InProcess.run(new String[0], "verify", home.resolve("none").toString());

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("is not a directory");
    }

    @Test
    void theHelpShowsAnExample() {
        InProcess.Ended ended = InProcess.run(new String[0], "verify", "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("jobs/shelftally verify /srv/shelftally/latest");
    }
}
