package io.shelftally.publication.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExportExceptionTests {
    private static final Path PATH = Path.of("exports");

    @Test
    void aFullDiskIsToBeFreed() {
        assertThat(ExportException.cannot("write", PATH, new IOException("No space left on device")))
                .hasMessage("cannot write exports: No space left on device; free space there, or choose another place"
                        + " with --out");
    }

    @Test
    void aReadOnlyDiskIsToBeMountedForWriting() {
        assertThat(ExportException.cannot(
                        "create", PATH, new FileSystemException("exports", null, "Read-only file system")))
                .hasMessage("cannot create exports: Read-only file system; mount it for writing, or choose another"
                        + " place with --out");
    }

    @Test
    void aMissingPermissionIsToBeGiven() {
        assertThat(ExportException.cannot("create", PATH, new AccessDeniedException("exports")))
                .hasMessage("cannot create exports: access denied; give the user of this job permission to write"
                        + " there");
    }

    @Test
    void anythingElseIsToBeLookedAt() {
        assertThat(ExportException.cannot("rename", PATH, new NoSuchFileException("exports")))
                .hasMessage("cannot rename exports: no such file; see that the directory exists, can be written to"
                        + " and has space");
    }
}
