package io.shelftally.publication.publishing;

import io.shelftally.publication.export.ExportException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Refuses a place where publishing would fail, with the remedy, while nothing is lost yet. */
final class PlaceCheck {
    private PlaceCheck() {}

    static void check(Place place) {
        checkDirectory(place.out());
        checkDirectory(place.versions());
        checkDirectory(place.home());
        checkLink(place.link());
        checkLink(place.latest());
        checkWritable(place.out().toAbsolutePath());
        checkWritable(place.home().toAbsolutePath());
    }

    private static void checkDirectory(Path path) {
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            throw new ExportException(path + " is a link to a place that does not exist; mount or create that place,"
                    + " or choose another with --out");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new ExportException(
                    path + " is a file where a directory must be; move it away, or choose another place with --out");
        }
    }

    private static void checkLink(Path path) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(path)) {
            throw new ExportException(path + " is not a symbolic link, but a link to a finished version must stand"
                    + " there; move it away and run again");
        }
    }

    /** The nearest directory that exists must let new entries be made. */
    private static void checkWritable(Path path) {
        Path nearest = path;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isWritable(nearest)) {
            throw new ExportException("cannot write to " + nearest + "; let the user of this job write there (it may"
                    + " be mounted read-only), or choose another place with --out");
        }
    }
}
