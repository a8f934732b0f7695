package io.shelftally.operations.keeping;

import io.shelftally.base.failpoint.Failpoint;
import io.shelftally.publication.export.ExportException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** A file that is written beside its place, and takes it in one instant or not at all. */
final class Written implements Closeable {

    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path place;
    private final Path part;

    private Written(Path place, Path part) {
        this.place = place;
        this.part = part;
    }

    /**
     * Begins an empty file, for its owner alone.
     *
     * @param place absolute
     * @param part the name meanwhile; what an earlier one that was killed left there goes
     */
    static Written beside(Path place, String part) throws IOException {
        Path beside = place.resolveSibling(part);
        Files.deleteIfExists(beside);
        Files.createFile(beside, OWNER_ALONE);
        return new Written(place, beside);
    }

    Path part() {
        return part;
    }

    /** From now on those who may use another file may use this one. */
    void takeRightsOf(Path other) throws IOException {
        PosixFileAttributes rights = Files.readAttributes(other, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (!view.readAttributes().owner().equals(rights.owner())) {
            view.setOwner(rights.owner());
        }
        if (!view.readAttributes().group().equals(rights.group())) {
            view.setGroup(rights.group());
        }
        view.setPermissions(rights.permissions());
    }

    /** Takes the place, whatever stood there. */
    void publish() throws IOException {
        Failpoint.BEFORE_DATABASE.hit();
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        Failpoint.AFTER_DATABASE.hit();
        try (FileChannel folder = FileChannel.open(directory(place), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Leaves nothing of a file that was not published. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
    }

    /** What the file system refused on the way to the place. */
    static ExportException cannot(Path place, IOException trouble) {
        String file = trouble instanceof FileSystemException system ? system.getFile() : null;
        return new ExportException("cannot write " + place + ": "
                + (file == null || file.equals(place.toString()) ? "" : file + ": ") + ExportException.reason(trouble)
                + "; see that its directory exists, that this user may write there, and that it has room");
    }

    private static Path directory(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file has a directory");
    }
}
