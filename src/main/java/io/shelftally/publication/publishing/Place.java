package io.shelftally.publication.publishing;

import java.nio.file.Path;
import java.time.LocalDate;

/** Where the versions of a business date stand, and the links that readers follow. */
record Place(Path out, LocalDate date) {
    /** Holds the versions of every date. */
    Path versions() {
        return out.resolve(".versions");
    }

    /** Holds the versions of this date, and its staging directories. */
    Path home() {
        return versions().resolve(date.toString());
    }

    Path version(int number) {
        return home().resolve(Integer.toString(number));
    }

    Path link() {
        return out.resolve(date.toString());
    }

    /** What the link says, so that the whole tree can be moved. */
    Path linkTo(int number) {
        return out.relativize(version(number));
    }

    Path latest() {
        return out.resolve("latest");
    }
}
