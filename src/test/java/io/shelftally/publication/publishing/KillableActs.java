package io.shelftally.publication.publishing;

import io.shelftally.publication.report.PublishedFile;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Acts as far as a given number of acts on the file system, then as a process that is no more. */
final class KillableActs extends FileActs {
    private int left;

    KillableActs(int acts) {
        this.left = acts;
    }

    synchronized boolean wasKilled() {
        return left < 0;
    }

    private synchronized void step() {
        left = Math.max(left - 1, -1);
        if (wasKilled()) {
            throw new Killed();
        }
    }

    @Override
    void createDirectories(Path directory) {
        step();
        super.createDirectories(directory);
    }

    @Override
    void createDirectory(Path directory) {
        step();
        super.createDirectory(directory);
    }

    @Override
    PublishedFile write(Path path, String text) {
        step();
        writeHalf(path, text);
        step();
        return super.write(path, text);
    }

    @Override
    PublishedFile writeUnforced(Path path, String text) {
        step();
        writeHalf(path, text);
        step();
        return super.writeUnforced(path, text);
    }

    private static void writeHalf(Path path, String text) {
        try {
            Files.writeString(path, text.substring(0, text.length() / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void sync(Path directory) {
        step();
        super.sync(directory);
    }

    @Override
    void rename(Path from, Path to) {
        step();
        super.rename(from, to);
    }

    @Override
    void createLink(Path link, Path target) {
        step();
        super.createLink(link, target);
    }

    @Override
    void delete(Path path) {
        step();
        super.delete(path);
    }

    @Override
    List<Path> list(Path directory, String glob) {
        step();
        return super.list(directory, glob);
    }

    /** An error, so that nobody handles it; try-with-resources still closes what it opened, as the system does. */
    static final class Killed extends Error {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
