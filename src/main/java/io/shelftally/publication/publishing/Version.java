package io.shelftally.publication.publishing;

import io.shelftally.base.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** A version directory, which nobody edits once it holds {@code _SUCCESS}. */
record Version(int number, Path directory) {
    static final String DESCRIPTOR = "datapackage.json";
    static final String LOAD_SCRIPT = "load.sql";
    static final String CHECKSUMS = "SHA256SUMS";
    static final String SUCCESS = "_SUCCESS";

    boolean isComplete() {
        return isComplete(directory);
    }

    /** Also of a link to a version directory. */
    static boolean isComplete(Path directory) {
        return Files.isRegularFile(directory.resolve(SUCCESS));
    }

    /**
     * Whether it holds the CSV files that a descriptor with this hash describes, and all of its files are as they were
     * published. The descriptor holds the hash of each CSV.
     */
    boolean holds(String descriptorSha256) {
        try {
            Map<String, String> hashes = Checksums.parse(Files.readString(directory.resolve(CHECKSUMS)));
            return hashes.containsKey(DESCRIPTOR)
                    && descriptorSha256.equals(TableDescriptor.sha256(directory.resolve(DESCRIPTOR)))
                    && isIntact(hashes);
        } catch (IOException | JacksonException e) {
            return false;
        }
    }

    private boolean isIntact(Map<String, String> hashes) throws IOException {
        String success = Files.readString(directory.resolve(SUCCESS));
        return success.equals(Sha256.ofFile(directory.resolve(CHECKSUMS)) + "\n") && areThere(directory, hashes);
    }

    /** Whether a directory has these check sums, and its files are as they say. */
    static boolean hasFiles(Path directory, String checksums) {
        try {
            return Files.readString(directory.resolve(CHECKSUMS)).equals(checksums)
                    && areThere(directory, Checksums.parse(checksums));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean areThere(Path directory, Map<String, String> hashes) throws IOException {
        for (Map.Entry<String, String> file : hashes.entrySet()) {
            if (!file.getValue().equals(Sha256.ofFile(directory.resolve(file.getKey())))) {
                return false;
            }
        }
        return true;
    }
}
