package io.shelftally.publication.export;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** An export cannot be written; the message names the act, the path and the remedy. Exit code 73. */
public final class ExportException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }

    private ExportException(String message, IOException cause) {
        super(message, cause);
    }

    /**
     * What the file system refused.
     *
     * @param act such as {@code write}; the message begins with "cannot", the act and the path
     */
    public static ExportException cannot(String act, Path path, IOException cause) {
        return new ExportException("cannot " + act + " " + path + ": " + reason(cause) + "; " + remedy(cause), cause);
    }

    /** What the system said, in words. */
    public static String reason(IOException cause) {
        String said = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return Optional.ofNullable(said).orElseGet(() -> nameInWords(cause));
    }

    /** Such as "no such file", of an exception that says no more than its name. */
    private static String nameInWords(IOException cause) {
        String name = cause.getClass().getSimpleName().replace("Exception", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String remedy(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("No space left") || message.contains("quota exceeded")) {
            return "free space there, or choose another place with --out";
        }
        if (message.contains("Read-only file system")) {
            return "mount it for writing, or choose another place with --out";
        }
        if (cause instanceof AccessDeniedException || message.contains("Permission denied")) {
            return "give the user of this job permission to write there";
        }
        return "see that the directory exists, can be written to and has space";
    }
}
