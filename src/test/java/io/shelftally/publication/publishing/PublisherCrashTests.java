package io.shelftally.publication.publishing;

import static io.shelftally.publication.publishing.Nights.DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing, killed between any two acts on the file system. */
class PublisherCrashTests {
    private final List<Integer> flips = new ArrayList<>();

    @TempDir
    Path root;

    @Test
    void aFirstVersionIsPublishedWholeOrNotAtAllAndTheNextRunFinishes() {
        int acts = 0;
        while (killAfter(acts, out(acts), DATE, "new")) {
            Path link = out(acts).resolve(DATE.toString());
            assertThat(Files.notExists(link, LinkOption.NOFOLLOW_LINKS)
                            || Nights.readWhole(link).equals("new"))
                    .isTrue();

            finish(out(acts), "new");

            assertConverged(out(acts), "1");
            acts++;
        }
        assertThat(acts).isGreaterThan(30);
    }

    @Test
    void aReaderFindsTheOldVersionOrTheNewOneAndTheNextRunFinishes() {
        int acts = 0;
        do {
            Nights.publish(new Publisher(out(acts)), DATE, "old");
            flips.clear();
            if (!killAfter(acts, out(acts), DATE, "new")) {
                break;
            }
            String found = Nights.readWhole(out(acts).resolve(DATE.toString()));
            assertThat(found)
                    .isEqualTo(Nights.readWhole(out(acts).resolve("latest")))
                    .isIn("old", "new");
            assertThat(found.equals("old") || flips.equals(List.of(2)))
                    .as("flipped before it is linked")
                    .isTrue();

            finish(out(acts), "new");

            assertConverged(out(acts), "1", "2");
        } while (acts++ < 1_000);
        assertThat(acts).isBetween(30, 999);
    }

    @Test
    void anotherNightThanTheOneThatWasKilledIsPublishedAllTheSame() {
        LocalDate next = DATE.plusDays(1);
        int acts = 0;
        while (killAfter(acts, out(acts), DATE, "old")) {
            Nights.publish(new Publisher(out(acts)), next, "new");

            assertThat(Nights.readWhole(out(acts).resolve("latest"))).isEqualTo("new");
            assertThat(out(acts).resolve(".versions"))
                    .isDirectoryRecursivelyContaining("glob:**/" + next + "/1/_SUCCESS")
                    .isDirectoryNotContaining("glob:**/.staging-*");
            acts += 2;
        }
    }

    @Test
    void evidenceThatChangedAfterAKillIsWhatTheNextRunPublishes() {
        int acts = 0;
        while (killAfter(acts, out(acts), DATE, "killed")) {
            Nights.publish(new Publisher(out(acts)), DATE, "changed");

            assertThat(Nights.readWhole(out(acts).resolve(DATE.toString()))).isEqualTo("changed");
            acts += 2;
        }
    }

    /** Whether the publisher was killed before it was done. */
    private boolean killAfter(int acts, Path out, LocalDate date, String name) {
        KillableActs killable = new KillableActs(acts);
        Throwable thrown = catchThrowable(() -> Nights.publish(
                new Publisher(out, killable), date, name, publication -> flips.add(publication.version())));
        assertThat(thrown == null || thrown instanceof KillableActs.Killed)
                .as(String.valueOf(thrown))
                .isTrue();
        return killable.wasKilled();
    }

    private void finish(Path out, String name) {
        Nights.publish(new Publisher(out), DATE, name, publication -> flips.add(publication.version()));
    }

    private void assertConverged(Path out, String... versions) {
        assertThat(Nights.readWhole(out.resolve(DATE.toString()))).isEqualTo("new");
        assertThat(Nights.readWhole(out.resolve("latest"))).isEqualTo("new");
        assertThat(Nights.names(out)).containsExactly(".versions", DATE.toString(), "latest");
        assertThat(Nights.names(out.resolve(".versions").resolve(DATE.toString())))
                .containsExactly(versions);
        assertThat(flips).endsWith(versions.length);
    }

    private Path out(int acts) {
        return root.resolve(Integer.toString(acts));
    }
}
