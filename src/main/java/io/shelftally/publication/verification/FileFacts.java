package io.shelftally.publication.verification;

import io.shelftally.base.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as it was found.
 *
 * @param rows of a CSV file, the header left out; -1 of another file, and of one that could not be read to its end
 * @param sha256 of its bytes, 64 hex digits
 */
record FileFacts(String name, long rows, long bytes, String sha256) {

    static FileFacts of(Path file) throws IOException {
        return new FileFacts(file.getFileName().toString(), -1, Files.size(file), Sha256.ofFile(file));
    }
}
