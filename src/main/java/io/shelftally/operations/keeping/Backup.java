package io.shelftally.operations.keeping;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.intake.worklist.BadInputException;
import io.shelftally.job.connections.H2File;
import io.shelftally.job.connections.LockedFile;
import io.shelftally.publication.export.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A copy of the database's file that was made while nobody had it open, and was opened and read since.
 *
 * @param database as messages name it
 */
public record Backup(String database, Path file, long bytes, Contents contents) implements Answer {

    /**
     * Makes one, which stands in its place whole or not at all.
     *
     * @param force whether a file that stands there already is replaced
     * @throws io.shelftally.job.connections.DatabaseInUseException if another has the database open
     */
    public static Backup make(KeptFile database, Path file, boolean force, Copying copying) {
        Path place = file.toAbsolutePath().normalize();
        H2File source = database.file();
        if (source.isEmpty()) {
            throw new BadInputException("there is no database " + database + " (spring.datasource.url) to back up");
        }
        requireRoom(place, source, force);
        try (Written written = Written.beside(place, place.getFileName() + ".part" + H2File.SUFFIX)) {
            try (LockedFile locked = LockedFile.of(source)) {
                locked.copyTo(written.part(), copying.of(locked.size()));
            }
            Contents contents = read(database, written.part());
            long bytes = Files.size(written.part());
            written.publish();
            return new Backup(database.toString(), place, bytes, contents);
        } catch (IOException e) {
            throw Written.cannot(place, e);
        }
    }

    private static void requireRoom(Path place, H2File source, boolean force) {
        if (place.equals(source.path())) {
            throw new ExportException(place + " is the database itself: name another file");
        }
        if (Files.isDirectory(place)) {
            throw new ExportException(place + " is a directory: name a file in it");
        }
        if (Files.exists(place) && !force) {
            throw new ExportException(place + " is there already: name another file, or give --force to replace it");
        }
    }

    private static Contents read(KeptFile database, Path copy) {
        try (Connection opened = database.open(copy)) {
            return Contents.of(opened);
        } catch (SQLException e) {
            throw new ExportException("the copy of the database " + database + " cannot be read, so most likely it is"
                    + " broken, and no backup is made (docs/operations.md, \"A broken database\"): " + e.getMessage());
        }
    }

    @Override
    public String text(Style style) {
        return file + " is a backup of " + database + ": " + bytes + " bytes; " + contents + "\n";
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", database);
        json.put("file", file.toString());
        json.put("bytes", bytes);
        json.put("nights", contents.nights());
        json.put("latest", contents.latest().map(Object::toString).orElse(null));
        return json;
    }
}
