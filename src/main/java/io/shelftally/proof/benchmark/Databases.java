package io.shelftally.proof.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where nights keep their rows: each in a database of its own. */
interface Databases extends AutoCloseable {

    /** What the job can run on. */
    enum Kind {
        /** A file that the job opens itself. */
        H2("H2, a file"),
        /** A server on this machine, which the benchmark starts. */
        POSTGRESQL("PostgreSQL 18, a server on this machine, as it comes");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        Databases open() {
            return this == H2 ? new H2Databases() : new PostgresqlDatabases();
        }
    }

    /** Makes an empty one for the night of that folder; the one that the folder had is gone. */
    String url(Path folder);

    /** The same for reading, after the night. */
    String urlForReading(Path folder);

    /** How much the night of that folder has stored. */
    long bytes(Path folder) throws IOException;

    /** What a server of them has used so far; nothing if there is none, empty where the system does not tell. */
    Optional<Duration> cpu();

    @Override
    void close();
}
