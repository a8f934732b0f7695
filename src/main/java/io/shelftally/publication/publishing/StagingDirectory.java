package io.shelftally.publication.publishing;

import io.shelftally.publication.export.ExportException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Holds all that is unfinished, under a lock that tells it from a leftover: the system takes the lock back however the
 * process ends.
 */
final class StagingDirectory implements AutoCloseable {
    static final String NAMES = ".staging-*";

    private final Path path;
    private final FileChannel lock;
    private final FileActs acts;

    private StagingDirectory(Path path, FileChannel lock, FileActs acts) {
        this.path = path;
        this.lock = lock;
        this.acts = acts;
    }

    static StagingDirectory create(Path home, FileActs acts) {
        Path path = home.resolve(NAMES.replace("*", UUID.randomUUID().toString()));
        acts.createDirectory(path);
        return new StagingDirectory(path, takeLock(lockFile(path)), acts);
    }

    private static FileChannel takeLock(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (lock(channel)) {
                return channel;
            }
            channel.close();
            throw new ExportException("another process holds " + file + "; run again");
        } catch (IOException e) {
            throw ExportException.cannot("create", file, e);
        }
    }

    /** Whether the process that made the directory is alive. */
    static boolean isInUse(Path path) {
        try (FileChannel channel = FileChannel.open(lockFile(path), StandardOpenOption.WRITE)) {
            return !lock(channel);
        } catch (IOException e) {
            return false;
        }
    }

    /** A file system without locks counts as one where nobody holds any. */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static Path lockFile(Path path) {
        return path.resolve("lock");
    }

    Path path() {
        return path;
    }

    /** Becomes the version directory. */
    Path files() {
        return path.resolve("files");
    }

    @Override
    public void close() {
        try (lock) {
            acts.deleteTree(path);
        } catch (IOException e) {
            throw ExportException.cannot("close", lockFile(path), e);
        }
    }
}
