package io.shelftally.proof.torture;

import io.shelftally.base.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An analyst's script that opens the published link all along: it resolves the link and checks every file against the
 * version's check sums. What is missing, partial or mixed is kept as a line.
 */
final class LinkReader implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;

    private final Path link;
    private final Thread thread = new Thread(this::read, "reader");
    private final List<String> troubles = new ArrayList<>();
    private final Set<String> versions = new TreeSet<>();
    private volatile boolean ended;
    private long reads;

    /** @param link which exists already */
    LinkReader(Path link) {
        this.link = link;
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the reading; the troubles of all reads. */
    List<String> end() throws InterruptedException {
        ended = true;
        thread.join();
        return List.copyOf(troubles);
    }

    long reads() {
        return reads;
    }

    /** How many different versions were seen. */
    int versions() {
        return versions.size();
    }

    @Override
    public void close() {
        ended = true;
    }

    private void read() {
        try {
            while (!ended) {
                readOnce();
                reads++;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOnce() {
        try {
            Path version = link.toRealPath();
            versions.add(version.getFileName().toString());
            String sums = Files.readString(version.resolve("SHA256SUMS"));
            check(
                    version,
                    "SHA256SUMS",
                    Files.readString(version.resolve("_SUCCESS")).strip());
            for (String line : sums.lines().toList()) {
                check(version, line.substring(66), line.substring(0, 64));
            }
            if (sums.lines().count() < 8) {
                troubles.add(version + ": only " + sums.lines().count() + " files");
            }
        } catch (IOException | RuntimeException e) {
            troubles.add(link + ": " + e);
        }
    }

    private void check(Path version, String name, String sha256) throws IOException {
        if (!Sha256.hex(Files.readAllBytes(version.resolve(name))).equals(sha256)) {
            troubles.add(version.resolve(name) + " is not what its check sum says");
        }
    }
}
