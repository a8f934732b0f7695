package io.shelftally.operations.keeping;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.intake.worklist.BadInputException;
import io.shelftally.job.connections.H2File;
import io.shelftally.job.connections.LockedFile;
import io.shelftally.job.connections.TableState;
import io.shelftally.publication.export.ExportException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A database whose place a backup took.
 *
 * @param database as messages name it
 */
public record Restored(String database, Path backup, Contents contents) implements Answer {

    /**
     * Puts a copy of a backup into the place of the database; until then what stands there is as it was.
     *
     * @param force whether a database that holds anything is replaced
     * @throws io.shelftally.job.connections.DatabaseInUseException if another has the database open
     */
    public static Restored from(Path backup, KeptFile database, boolean force, Copying copying) {
        H2File target = database.file();
        if (!Files.isRegularFile(backup)) {
            throw new BadInputException("there is no file " + backup + " to restore");
        }
        try {
            if (Files.exists(target.path()) && Files.isSameFile(backup, target.path())) {
                throw new BadInputException(backup + " is the database itself: name the backup");
            }
            boolean made = makeIfMissing(target.path());
            try {
                return replace(backup, database, force, copying);
            } finally {
                if (made && target.isEmpty()) {
                    Files.deleteIfExists(target.path());
                }
            }
        } catch (IOException e) {
            throw Written.cannot(target.path(), e);
        }
    }

    private static Restored replace(Path backup, KeptFile database, boolean force, Copying copying) throws IOException {
        H2File target = database.file();
        Path place = target.path().toRealPath();
        try (LockedFile locked = LockedFile.of(target);
                Written written = Written.beside(place, restoring(place))) {
            if (locked.size() > 0 && !force) {
                throw new ExportException("the database " + database + " (spring.datasource.url) is there already, "
                        + locked.size() + " bytes: back it up, then give --force to replace it");
            }
            try (FileChannel from = FileChannel.open(backup, StandardOpenOption.READ)) {
                LockedFile.copy(from, written.part(), copying.of(from.size()));
            }
            Contents contents = read(backup, database, written.part());
            written.takeRightsOf(place);
            written.publish();
            return new Restored(database.toString(), backup, contents);
        }
    }

    private static boolean makeIfMissing(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file has a directory"));
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException there) {
            return false;
        }
    }

    private static String restoring(Path place) {
        String name = place.getFileName().toString();
        return name.substring(0, name.length() - H2File.SUFFIX.length()) + ".restoring" + H2File.SUFFIX;
    }

    private static Contents read(Path backup, KeptFile database, Path copy) {
        Contents contents;
        try (Connection opened = database.open(copy)) {
            contents = Contents.of(opened);
        } catch (SQLException e) {
            throw new BadInputException(backup + " is no backup of this job's H2 database, or a broken one: "
                    + String.valueOf(e.getMessage()).replace(copy.toString(), backup.toString()));
        }
        if (contents.tables() == TableState.NEWER) {
            throw new BadInputException(backup + " is the backup of a newer application: restore it by that one");
        }
        return contents;
    }

    @Override
    public String text(Style style) {
        return "the database " + database + " is that of " + backup + ": " + contents + "\n"
                + contents.latest()
                        .map(
                                date -> "If nights were published after " + date
                                        + ", run them again, in their order, with their own work lists (docs/operations.md, \"Backup\")\n")
                        .orElse("");
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", database);
        json.put("backup", backup.toString());
        json.put("nights", contents.nights());
        json.put("latest", contents.latest().map(Object::toString).orElse(null));
        return json;
    }
}
