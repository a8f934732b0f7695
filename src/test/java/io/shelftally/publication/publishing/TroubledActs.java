package io.shelftally.publication.publishing;

import io.shelftally.publication.report.PublishedFile;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Acts as far as a given number of acts that need space; from then on each of them is preceded by trouble. */
final class TroubledActs extends FileActs {
    private final Consumer<Path> trouble;
    private int left;

    /** @param trouble is told where the act takes place, and may throw */
    TroubledActs(int acts, Consumer<Path> trouble) {
        this.left = acts;
        this.trouble = trouble;
    }

    synchronized boolean hadTrouble() {
        return left < 0;
    }

    private synchronized void step(Path path) {
        left = Math.max(left - 1, -1);
        if (hadTrouble()) {
            trouble.accept(path);
        }
    }

    @Override
    void createDirectories(Path directory) {
        step(directory);
        super.createDirectories(directory);
    }

    @Override
    void createDirectory(Path directory) {
        step(directory);
        super.createDirectory(directory);
    }

    @Override
    PublishedFile write(Path path, String text) {
        step(path);
        return super.write(path, text);
    }

    @Override
    void sync(Path directory) {
        step(directory);
        super.sync(directory);
    }

    @Override
    void rename(Path from, Path to) {
        step(to);
        super.rename(from, to);
    }

    @Override
    void createLink(Path link, Path target) {
        step(link);
        super.createLink(link, target);
    }
}
