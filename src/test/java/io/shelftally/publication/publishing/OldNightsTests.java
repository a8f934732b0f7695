package io.shelftally.publication.publishing;

import static io.shelftally.publication.publishing.Nights.DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldNightsTests {

    private static final LocalDate NEXT = DATE.plusDays(1);
    private static final LocalDate NEWEST = DATE.plusDays(2);

    @TempDir
    private Path root;

    /** Killed between any two acts on the file system. */
    @Test
    void aReaderFindsAWholeNightOrNoneAndTheNextPruningFinishes() {
        int acts = 0;
        while (isKilledAfter(acts, published(acts))) {
            Path out = out(acts);
            for (LocalDate night : List.of(DATE, NEXT)) {
                Path link = out.resolve(night.toString());
                assertThat(Files.notExists(link, LinkOption.NOFOLLOW_LINKS)
                                || Nights.readWhole(link).equals("rerun"))
                        .as(night + " after " + acts)
                        .isTrue();
            }
            assertThat(Nights.readWhole(out.resolve("latest"))).isEqualTo("rerun");

            prune(new OldNights(out, PublishingRight.ALWAYS));

            assertThat(Nights.names(out)).containsExactly(".versions", NEWEST.toString(), "latest");
            assertThat(Nights.names(out.resolve(".versions"))).containsExactly(NEWEST.toString());
            acts++;
        }
        assertThat(acts).isGreaterThan(20);
    }

    @Test
    void theNewestNightStaysHoweverOldItIs() {
        OldNights nights = new OldNights(published(0), PublishingRight.ALWAYS);

        assertThat(nights.before(NEWEST.plusYears(1))).containsExactly(DATE, NEXT);
    }

    @Test
    void theNightThatLatestLeadsToStays() throws IOException {
        Path out = published(0);
        Files.delete(out.resolve("latest"));
        Files.createSymbolicLink(out.resolve("latest"), Path.of(DATE.toString()));

        assertThat(new OldNights(out, PublishingRight.ALWAYS).before(NEWEST)).containsExactly(NEXT);
    }

    @Test
    void aNightThatIsBeingPublishedIsLeftAlone() {
        Path out = published(0);
        try (Staging staging = new Publisher(out).open(DATE, true)) {
            Nights.write(staging, "unfinished");

            prune(new OldNights(out, PublishingRight.ALWAYS));

            assertThat(Nights.readWhole(out.resolve(DATE.toString()))).isEqualTo("rerun");
            assertThat(out.resolve(NEXT.toString())).doesNotExist();
        }
    }

    @Test
    void aDirectoryOfSomebodyElseStays() throws IOException {
        Path out = published(0);
        Files.delete(out.resolve(DATE.toString()));
        Files.createDirectory(out.resolve(DATE.toString()));
        Files.createDirectory(out.resolve(".versions").resolve("2026-13-99"));

        assertThat(new OldNights(out, PublishingRight.ALWAYS).before(NEWEST)).containsExactly(NEXT);
    }

    @Test
    void thePlaceOfANightIsMeasuredWithAllItsVersions() throws IOException {
        Path out = published(0);
        Path home = out.resolve(".versions").resolve(DATE.toString());
        long bytes = 0;
        for (String version : List.of("1", "2")) {
            for (String name : Nights.names(home.resolve(version))) {
                bytes += Files.size(home.resolve(version).resolve(name));
            }
        }

        assertThat(new OldNights(out, PublishingRight.ALWAYS).bytes(DATE)).isEqualTo(bytes);
    }

    private boolean isKilledAfter(int acts, Path out) {
        KillableActs killable = new KillableActs(acts);
        Throwable thrown = catchThrowable(() -> prune(new OldNights(out, PublishingRight.ALWAYS, killable)));
        assertThat(thrown == null || thrown instanceof KillableActs.Killed)
                .as(String.valueOf(thrown))
                .isTrue();
        return killable.wasKilled();
    }

    private static void prune(OldNights nights) {
        nights.clear();
        nights.before(NEWEST).forEach(nights::remove);
    }

    /** Three nights, each of two versions. */
    private Path published(int acts) {
        for (LocalDate night : List.of(DATE, NEXT, NEWEST)) {
            Nights.publish(new Publisher(out(acts)), night, "first");
            Nights.publish(new Publisher(out(acts)), night, "rerun");
        }
        return out(acts);
    }

    private Path out(int acts) {
        return root.resolve(Integer.toString(acts));
    }
}
