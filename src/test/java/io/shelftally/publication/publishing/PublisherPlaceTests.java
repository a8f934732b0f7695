package io.shelftally.publication.publishing;

import static io.shelftally.publication.publishing.Nights.DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.publication.export.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places where nothing can be published, and what stands in the way from before. */
class PublisherPlaceTests {
    @TempDir
    Path root;

    @Test
    void aFileInPlaceOfTheDirectoryIsRefused() throws IOException {
        Path file = Files.createFile(root.resolve("exports"));

        assertRefused(file, file + " is a file where a directory must be");
    }

    @Test
    void aLinkToNowhereInPlaceOfTheDirectoryIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("exports"), root.resolve("unmounted"));

        assertRefused(link, link + " is a link to a place that does not exist; mount or create that place");
    }

    @Test
    void aDirectoryInPlaceOfTheLinkIsRefused() throws IOException {
        Path directory = Files.createDirectory(root.resolve(DATE.toString()));

        assertRefused(root, directory + " is not a symbolic link");
    }

    @Test
    void aFileInPlaceOfLatestIsRefused() throws IOException {
        Path file = Files.createFile(root.resolve("latest"));

        assertRefused(root, file + " is not a symbolic link");
    }

    @Test
    void aDirectoryWithoutPermissionToWriteIsRefused() throws IOException {
        Path readOnly = Files.createDirectory(
                root.resolve("exports"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        Assumptions.assumeFalse(Files.isWritable(readOnly), "this user may write everywhere");

        assertRefused(readOnly, "cannot write to " + readOnly);
    }

    @Test
    void aPlaceWhereNothingCanBeMadeIsNamedWithARemedy() {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "not Linux");
        Path impossible = Path.of("/proc/self/exports");

        assertThatThrownBy(() -> new Publisher(impossible).open(DATE, true))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("/proc/self");
    }

    @Test
    void aCheckChangesNothing() {
        Path out = root.resolve("a/b/exports");

        new Publisher(out).check(DATE);

        assertThat(Nights.names(root)).isEmpty();
    }

    @Test
    void twoProcessesCannotPublishTheSameDateAtOnce() {
        try (Staging first = new Publisher(root).open(DATE, true)) {
            assertThatThrownBy(() -> new Publisher(root).open(DATE, true))
                    .isInstanceOf(ExportException.class)
                    .hasMessageContaining("another process is publishing the same business date");

            Nights.write(first, "a");
        }
        assertThat(Nights.publish(new Publisher(root), DATE, "b").version()).isEqualTo(1);
    }

    @Test
    void anotherDateIsPublishedBesideARunThatIsStillWriting() {
        LocalDate next = DATE.plusDays(1);
        try (Staging first = new Publisher(root).open(DATE, true)) {
            Nights.publish(new Publisher(root), next, "b");

            Nights.write(first, "a");
        }

        assertThat(Nights.readWhole(root.resolve("latest"))).isEqualTo("b");
    }

    @Test
    void leftoversOfAnyDateAreClearedAway() throws IOException {
        Path leftover = Files.createDirectories(root.resolve(".versions/2026-11-02/.staging-x/files"));
        Files.writeString(leftover.resolve("captures.csv"), "half a ro");

        Nights.publish(new Publisher(root), DATE, "a");

        assertThat(Nights.names(root.resolve(".versions/2026-11-02"))).isEmpty();
    }

    @Test
    void whatIsNoVersionIsLeftAlone() throws IOException {
        Path home = root.resolve(".versions/2026-11-21");
        Files.createDirectories(home.resolve("4/half"));
        Files.createDirectories(home.resolve("2x"));
        Files.createDirectories(root.resolve("2026-99-99"));

        Publication publication = Nights.publish(new Publisher(root), DATE, "a");

        assertThat(publication.version()).isEqualTo(5);
        assertThat(Nights.names(home)).containsExactly("2x", "4", "5");
    }

    private static void assertRefused(Path out, String message) {
        assertThatThrownBy(() -> new Publisher(out).check(DATE))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> new Publisher(out).open(DATE, true))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining(message);
    }
}
