package io.shelftally.operations.lineage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows by a line for each event. It is opened for each anew, so that it may be taken away at any time. */
final class LineageFile implements Sink {

    private final Path file;

    LineageFile(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "the file of lineage " + file;
    }

    @Override
    public void send(String json) throws IOException {
        try {
            Files.write(
                    file,
                    (json + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such folder (shelftally.lineage.file)", e);
        }
    }
}
