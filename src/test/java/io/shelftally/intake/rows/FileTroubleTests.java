package io.shelftally.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTests {

    private final FileTrouble trouble = new FileTrouble("list.csv");

    @Test
    void aFileThatMayNotBeReadSaysSo() {
        assertThat(trouble.notOpened(new AccessDeniedException("list.csv")))
                .hasMessage("list.csv: this user may not read it.\n"
                        + "Give the user of the job the right to read the file.");
    }

    @Test
    void aFileThatVanishedSaysSo() {
        assertThat(trouble.notOpened(new NoSuchFileException("list.csv")))
                .hasMessage("list.csv: it has gone away.\nPut the file back and run again.");
    }

    @Test
    void anyOtherTroubleGivesTheReasonOfTheSystem() {
        assertThat(trouble.notOpened(new FileSystemException("list.csv", null, "Not a directory")))
                .hasMessage("list.csv: it cannot be opened: Not a directory.\n"
                        + "Look at the file and its disk, and run again.");
        assertThat(trouble.notOpened(new IOException()))
                .hasMessageStartingWith("list.csv: it cannot be opened: IOException.");
    }
}
