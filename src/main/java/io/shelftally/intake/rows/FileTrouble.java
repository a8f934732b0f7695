package io.shelftally.intake.rows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What an operator is told of a file that cannot be read, or that is no CSV. */
final class FileTrouble {

    private static final String LOOK = "Look at the file and its disk, and run again";

    private final String file;

    FileTrouble(String file) {
        this.file = file;
    }

    UnreadableRowsException directory() {
        return new UnreadableRowsException(file, "this is a directory", "Name the CSV file itself");
    }

    UnreadableRowsException notOpened(IOException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return new UnreadableRowsException(
                    file, "this user may not read it", "Give the user of the job the right to read the file");
        }
        if (trouble instanceof NoSuchFileException) {
            return new UnreadableRowsException(file, "it has gone away", "Put the file back and run again");
        }
        return new UnreadableRowsException(file, "it cannot be opened: " + reason(trouble), LOOK);
    }

    UnreadableRowsException stopped(long line, IOException trouble) {
        return new UnreadableRowsException(place(line), "reading stopped here: " + reason(trouble), LOOK);
    }

    UnreadableRowsException notUtf8(long line) {
        return new UnreadableRowsException(place(line), "not UTF-8", "Save the file as UTF-8 and run again");
    }

    UnreadableRowsException openQuote(long line, String problem) {
        return new UnreadableRowsException(
                place(line),
                "a quote opens here and " + problem,
                "Close the quote, or write a quote that belongs to a value as \"\"");
    }

    UnreadableRowsException tooLong(long line, int longest) {
        return new UnreadableRowsException(
                place(line),
                "the row is longer than " + longest + " characters",
                "End the lines with LF or CRLF, or raise shelftally.intake.max-record-length");
    }

    String place(long line) {
        return file + ", line " + line;
    }

    private static String reason(IOException trouble) {
        String reason =
                trouble instanceof FileSystemException fileTrouble ? fileTrouble.getReason() : trouble.getMessage();
        return Quoted.plain(reason == null ? trouble.getClass().getSimpleName() : reason);
    }
}
