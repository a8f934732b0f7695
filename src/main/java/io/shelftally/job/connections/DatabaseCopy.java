package io.shelftally.job.connections;

import io.shelftally.base.failpoint.Failpoint;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;

/** A copy of a database's file, which may take its place (ADR 11); the original is locked meanwhile. */
final class DatabaseCopy implements AutoCloseable {

    private final Path original;
    private final Path path;
    private final LockedFile locked;
    private boolean hasReplaced;

    private DatabaseCopy(Path original, Path path, LockedFile locked) {
        this.original = original;
        this.path = path;
        this.locked = locked;
    }

    /**
     * Makes the copy; where there is no file, an empty one is made first, so that it can be locked.
     *
     * @throws DatabaseInUseException if another has the file open
     */
    static DatabaseCopy of(H2File file) throws IOException {
        makeIfMissing(file.path());
        LockedFile locked = LockedFile.of(file);
        try {
            DatabaseCopy copy = new DatabaseCopy(file.path().toRealPath(), file.copy(), locked);
            copy.fill();
            return copy;
        } catch (IOException | RuntimeException e) {
            locked.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /**
     * Puts the copy, which nobody has open, in the original's place.
     *
     * @return keeps the lock on what stood there: a process that opened it a moment before must not write to it
     */
    Closeable replaceOriginal() throws IOException {
        sync(path, StandardOpenOption.WRITE);
        Failpoint.BEFORE_DATABASE.hit();
        Files.move(path, original, StandardCopyOption.ATOMIC_MOVE);
        hasReplaced = true;
        Failpoint.AFTER_DATABASE.hit();
        sync(directory(original), StandardOpenOption.READ);
        return locked;
    }

    /** Leaves the original as it was, unless it was replaced. */
    @Override
    public void close() throws IOException {
        if (!hasReplaced) {
            Files.deleteIfExists(path);
            locked.close();
        }
    }

    private static void makeIfMissing(Path file) throws IOException {
        if (!Files.isDirectory(directory(file))) {
            Files.createDirectories(directory(file));
        }
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException there) {
            return;
        }
    }

    private void fill() throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path);
        keepRights();
        try {
            locked.copyTo(path, bytes -> {});
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Before there is anything to read in it. */
    private void keepRights() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            PosixFileAttributes rights = Files.readAttributes(original, PosixFileAttributes.class);
            view.setPermissions(rights.permissions());
            if (!view.readAttributes().group().equals(rights.group())) {
                view.setGroup(rights.group());
            }
        }
    }

    private static void sync(Path path, OpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static Path directory(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file has a directory");
    }
}
