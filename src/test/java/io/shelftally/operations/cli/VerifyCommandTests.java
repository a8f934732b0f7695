package io.shelftally.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void theFindingsComeAsJson() {
        InProcess.Ended ended = InProcess.run(new String[0], "verify", "--json", home.toString());

        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.out()).contains("\"sound\" : false", "\"part\" : \"FILES\"", "\"findings_in_all\" : 5");
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
