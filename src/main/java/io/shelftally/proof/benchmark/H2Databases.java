package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Files of H2, in the folders of the nights. */
final class H2Databases implements Databases {

    @Override
    public String url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("database").toAbsolutePath();
    }

    @Override
    public String urlForReading(Path folder) {
        return url(folder) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    }

    @Override
    public long bytes(Path folder) throws IOException {
        return Files.size(folder.resolve("database.mv.db"));
    }

    @Override
    public Optional<Duration> cpu() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
