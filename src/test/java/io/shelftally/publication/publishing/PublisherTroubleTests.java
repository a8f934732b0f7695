package io.shelftally.publication.publishing;

import static io.shelftally.publication.publishing.Nights.DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.shelftally.publication.export.ExportException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Publishing on a disk that fills up, or goes away, before any of its acts. */
class PublisherTroubleTests {

    @TempDir
    Path root;

    @Test
    void aDiskThatIsFullLeavesTheOldVersionPublishedAndARunWithSpaceFinishes() {
        int acts = 0;
        for (boolean hadTrouble = true; hadTrouble; acts++) {
            Path out = root.resolve("full" + acts);
            Nights.publish(new Publisher(out), DATE, "old");
            TroubledActs full = new TroubledActs(acts, PublisherTroubleTests::noSpace);

            Throwable thrown = publish(out, full);

            hadTrouble = full.hadTrouble();
            String found = Nights.readWhole(out.resolve(DATE.toString()));
            assertThat(found).isEqualTo(Nights.readWhole(out.resolve("latest"))).isIn("old", "new");
            if (hadTrouble) {
                assertThat(thrown).isInstanceOf(ExportException.class).hasMessageContaining("free space");
            }
            finish(out);
        }
        assertThat(acts).isBetween(15, 100);
    }

    @Test
    void aDirectoryThatVanishesIsToldOfAndTheNextRunPublishesAllTheSame() {
        int acts = 0;
        for (boolean hadTrouble = true; hadTrouble; acts++) {
            Path out = root.resolve("gone" + acts);
            Nights.publish(new Publisher(out), DATE, "old");
            boolean[] isGone = {false};
            TroubledActs gone = new TroubledActs(acts, path -> isGone[0] = isGone[0] || delete(out));

            Throwable thrown = publish(out, gone);

            hadTrouble = gone.hadTrouble();
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(ExportException.class).hasMessageContaining(out.toString());
            } else {
                assertThat(Nights.readWhole(out.resolve(DATE.toString()))).isEqualTo("new");
            }
            finish(out);
        }
        assertThat(acts).isBetween(15, 100);
    }

    private static Throwable publish(Path out, FileActs acts) {
        return catchThrowable(() -> Nights.publish(new Publisher(out, acts), DATE, "new"));
    }

    private static void finish(Path out) {
        Nights.publish(new Publisher(out), DATE, "new");

        assertThat(Nights.readWhole(out.resolve(DATE.toString()))).isEqualTo("new");
        assertThat(Nights.names(out)).containsExactly(".versions", DATE.toString(), "latest");
    }

    private static void noSpace(Path path) {
        throw ExportException.cannot("write", path, new IOException("No space left on device"));
    }

    private static boolean delete(Path out) {
        try {
            return FileSystemUtils.deleteRecursively(out);
        } catch (IOException e) {
            throw ExportException.cannot("delete", out, e);
        }
    }
}
