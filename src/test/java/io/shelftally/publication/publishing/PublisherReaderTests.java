package io.shelftally.publication.publishing;

import static io.shelftally.publication.publishing.Nights.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherReaderTests {
    private static final int VERSIONS = 200;

    private final AtomicBoolean done = new AtomicBoolean();

    @TempDir
    Path out;

    @Test
    void aReaderWhoFollowsTheLinksNeverMeetsAPartOfAVersion() {
        Publisher publisher = new Publisher(out);
        Nights.publish(publisher, DATE, "0");
        CompletableFuture<Integer> reads = CompletableFuture.supplyAsync(this::readUntilDone);

        for (int version = 1; version < VERSIONS && !reads.isDone(); version++) {
            Nights.publish(publisher, DATE, Integer.toString(version));
        }
        done.set(true);

        assertThat(reads.join()).isGreaterThan(VERSIONS / 2);
        assertThat(Nights.readWhole(out.resolve("latest"))).isEqualTo(Integer.toString(VERSIONS - 1));
    }

    /** How often it read; versions never go back. */
    private int readUntilDone() {
        int reads = 0;
        int newest = 0;
        while (!done.get()) {
            assertThat(Files.exists(out.resolve(DATE + "/_SUCCESS"))).isTrue();
            int found = Integer.parseInt(Nights.readWhole(out.resolve("latest")));
            assertThat(found).isGreaterThanOrEqualTo(newest);
            newest = found;
            reads++;
        }
        return reads;
    }
}
