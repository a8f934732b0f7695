package io.shelftally.job.connections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of an H2 database that this process opens itself, not by a server.
 *
 * @param path absolute, with H2's suffix; the file need not exist
 * @param options of the URL, from the first semicolon on; may hold a secret
 */
public record H2File(Path path, String options) {

    private static final String H2 = "jdbc:h2:";
    public static final String SUFFIX = ".mv.db";

    /** Absolute, or one of the relative names that H2 takes; others it refuses, or they name a file system of its own. */
    private static final Pattern NAME = Pattern.compile("(/|~/|[A-Za-z]:[/\\\\]|(?![A-Za-z]{2,}:).*\\./).+");

    /** They would keep a copy from being made, and open. */
    private static final Pattern NOT_OF_A_COPY =
            Pattern.compile("(?i);(IFEXISTS|FORBID_CREATION|DB_CLOSE_DELAY)=[^;]*");

    /** Empty for every other database. */
    public static Optional<H2File> of(String url) {
        if (!url.startsWith(H2)) {
            return Optional.empty();
        }
        String rest = url.substring(H2.length()).replaceFirst("^file:", "");
        int end = rest.contains(";") ? rest.indexOf(';') : rest.length();
        String name = rest.substring(0, end);
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String expanded = name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
        return Optional.of(
                new H2File(Path.of(expanded + SUFFIX).toAbsolutePath().normalize(), rest.substring(end)));
    }

    /** Whether there is no database in it yet: no file, or one without a byte. */
    public boolean isEmpty() {
        try {
            return Files.isRegularFile(path) ? Files.size(path) == 0 : !Files.exists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether another process has it locked, as while it makes the tables. */
    boolean isLocked() throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    /** Whether it must not be made where it is missing. */
    boolean mustExist() {
        return options.toUpperCase(Locale.ROOT).matches(".*;(IFEXISTS|FORBID_CREATION)=TRUE.*");
    }

    /** The URL of a copy of it, whose name ends as H2 has it, with its options. */
    public String urlOf(Path copy) {
        String name = copy.toString();
        return H2 + "file:" + name.substring(0, name.length() - SUFFIX.length())
                + NOT_OF_A_COPY.matcher(options).replaceAll("");
    }

    /** Where a copy of it is brought up to date: beside the file itself, wherever a symbolic link to it stands. */
    Path copy() throws IOException {
        Path file = Files.exists(path) ? path.toRealPath() : path;
        String name = file.getFileName().toString();
        String base = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        return file.resolveSibling(base + ".migrating" + SUFFIX);
    }

    /** Removes the copy of a start that was killed; only while this process has the file open, so that no other makes one. */
    void deleteLeftover() throws IOException {
        Files.deleteIfExists(copy());
    }

    /** What tells the file that stands there from one that takes its place; null where there is none, or the system tells none. */
    @Nullable
    Object identity() throws IOException {
        return !Files.exists(path)
                ? null
                : Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** Fails if another file has taken the place since, so that the one that was opened is nobody's any more. */
    void requireSame(@Nullable Object identity) throws IOException {
        if (!Objects.equals(identity, identity())) {
            throw new DatabaseInUseException();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
