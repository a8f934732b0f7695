package io.shelftally.publication.publishing;

import io.shelftally.base.digest.Sha256;
import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.publication.export.ExportException;
import io.shelftally.publication.export.HashedFile;
import io.shelftally.publication.report.PublishedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each single act on the file system that publishing consists of, so that a test can stop between any two. */
class FileActs {
    void createDirectories(Path directory) {
        attempt("create", directory, () -> Files.createDirectories(directory));
    }

    /** The directory must be new; its permissions are those that the user's umask leaves. */
    void createDirectory(Path directory) {
        attempt("create", directory, () -> Files.createDirectory(directory));
        Failpoint.DIRECTORY_CREATED.hit();
    }

    /** Returns once the file is on the disk. */
    PublishedFile write(Path path, String text) {
        HashedFile file = new HashedFile(path);
        try (file) {
            file.write(text);
        }
        return new PublishedFile(path.getFileName().toString(), null, file.bytes(), file.sha256());
    }

    /** A new file, or one in the place of another, that the system may take to the disk later. */
    PublishedFile writeUnforced(Path path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        attempt("write", path, () -> Files.write(path, bytes));
        return new PublishedFile(path.getFileName().toString(), null, bytes.length, Sha256.hex(bytes));
    }

    /** Forces a directory's entries to the disk. */
    void sync(Path directory) {
        attempt("sync", directory, () -> {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        });
        Failpoint.DIRECTORY_SYNCED.hit();
    }

    /** In one instant: a reader finds the one or the other, never neither. */
    void rename(Path from, Path to) {
        attempt("rename " + from + " to", to, () -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
    }

    void createLink(Path link, Path target) {
        attempt("create", link, () -> Files.createSymbolicLink(link, target));
        Failpoint.LINK_CREATED.hit();
    }

    void delete(Path path) {
        attempt("delete", path, () -> Files.deleteIfExists(path));
    }

    /** Deletes a directory and what it holds, and bears that another process is doing the same. */
    void deleteTree(Path directory) {
        attempt(
                "delete",
                directory,
                () -> Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException trouble) {
                        delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                }));
    }

    /** Those that match the glob, or none if there is no such directory. */
    List<Path> list(Path directory, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            attempt("read", directory, () -> {
                try (var entries = Files.newDirectoryStream(directory, glob)) {
                    entries.forEach(found::add);
                }
            });
        }
        return found;
    }

    private static void attempt(String act, Path path, Act body) {
        try {
            body.run();
        } catch (IOException e) {
            throw ExportException.cannot(act, path, e);
        }
    }

    private interface Act {
        void run() throws IOException;
    }
}
