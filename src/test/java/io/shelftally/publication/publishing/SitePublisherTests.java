package io.shelftally.publication.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.shelftally.base.digest.Sha256;
import io.shelftally.publication.export.ExportException;
import io.shelftally.publication.site.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site in its place; also killed between any two acts on the file system. */
class SitePublisherTests {

    @TempDir
    private Path root;

    @Test
    void aReaderFindsTheOldSiteOrTheNewOneWholeAndTheNextPublicationFinishes() throws IOException {
        int acts = 0;
        while (true) {
            Path out = out(acts);
            publish(out, "old");
            KillableActs killable = new KillableActs(acts);
            Throwable thrown = catchThrowable(() -> new SitePublisher(out, killable).publish(SampleSite.of("new")));
            assertThat(thrown == null || thrown instanceof KillableActs.Killed)
                    .as(String.valueOf(thrown))
                    .isTrue();
            assertThat(found(out)).as("after %d acts", acts).isIn("old", "new");
            if (!killable.wasKilled()) {
                break;
            }

            publish(out, "new");

            assertThat(found(out)).isEqualTo("new");
            assertThat(Nights.names(out)).containsExactly(".versions", "index.html", "site");
            assertThat(Nights.names(out.resolve(".versions/site"))).hasSizeBetween(1, 2);
            acts++;
        }
        assertThat(acts).isGreaterThan(25);
    }

    @Test
    void aFirstSiteIsThereWholeOrNotAtAll() throws IOException {
        int acts = 0;
        KillableActs killable;
        do {
            Path out = Files.createDirectories(out(acts));
            killable = new KillableActs(acts);
            SitePublisher publisher = new SitePublisher(out, killable);
            Throwable thrown = catchThrowable(() -> publisher.publish(SampleSite.of("new")));

            if (Files.exists(out.resolve("index.html"), LinkOption.NOFOLLOW_LINKS)) {
                assertThat(found(out)).isEqualTo("new");
            }
            assertThat(thrown instanceof KillableActs.Killed).isEqualTo(killable.wasKilled());
            acts++;
        } while (killable.wasKilled());
    }

    @Test
    void whatComesOutAsItWasIsNotPublishedAgain() throws IOException {
        Path out = out(0);

        PublishedSite first = publish(out, "old");
        PublishedSite again = publish(out, "old");

        assertThat(first.isNew()).isTrue();
        assertThat(again.isNew()).isFalse();
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(Nights.names(out.resolve(".versions/site"))).containsExactly("1");
    }

    @Test
    void theSiteBeforeStaysForItsReadersAndOlderOnesGo() throws IOException {
        Path out = out(0);
        for (String store : new String[] {"a", "b", "c"}) {
            publish(out, store);
        }

        assertThat(Nights.names(out.resolve(".versions/site"))).containsExactly("2", "3");
    }

    @Test
    void aFileThatWasTornIsMadeAnew() throws IOException {
        Path out = out(0);
        publish(out, "old");
        Files.writeString(out.resolve("site/trends.html"), "");

        assertThat(publish(out, "old").isNew()).isTrue();

        assertThat(found(out)).isEqualTo("old");
    }

    @Test
    void aPageOfSomebodyElseStays() throws IOException {
        for (String name : new String[] {"index.html", "site"}) {
            Path out = Files.createDirectories(out(name.length()));
            Files.createSymbolicLink(out.resolve(name), Path.of("latest/report.html"));

            assertThatThrownBy(() -> publish(out, "new"))
                    .isInstanceOf(ExportException.class)
                    .hasMessageContaining(out.resolve(name) + " is not a link that this job made")
                    .hasMessageEndingWith("move it away, or set shelftally.site.enabled=false");
            assertThat(Nights.names(out)).containsExactly(name);
        }
    }

    private static PublishedSite publish(Path out, String store) throws IOException {
        Files.createDirectories(out);
        return new SitePublisher(out, PublishingRight.ALWAYS).publish(SampleSite.of(store));
    }

    /** The one store of the site, which must be whole, and the same by both links. */
    private static String found(Path out) throws IOException {
        Path site = out.resolve("site").toRealPath();
        assertThat(out.resolve("index.html").toRealPath()).isEqualTo(site.resolve("above.html"));
        Map<String, String> sums = Checksums.parse(Files.readString(site.resolve("SHA256SUMS")));
        for (Map.Entry<String, String> file : sums.entrySet()) {
            assertThat(Sha256.ofFile(site.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
        Optional<String> store = sums.keySet().stream()
                .filter(name -> name.startsWith("stores/store-"))
                .map(name -> name.replaceAll("stores/store-|\\.html", ""))
                .findFirst();
        return store.orElseThrow();
    }

    private Path out(int acts) {
        return root.resolve(Integer.toString(acts));
    }
}
