package io.shelftally.publication.publishing;

import io.shelftally.base.failpoint.Failpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The two links that readers follow; each is replaced in one instant, by a rename over it. */
final class Links {
    private final Place place;
    private final Path workDirectory;
    private final FileActs acts;

    /** @param workDirectory where a link is made before it is renamed into place; on the same file system */
    Links(Place place, Path workDirectory, FileActs acts) {
        this.place = place;
        this.workDirectory = workDirectory;
        this.acts = acts;
    }

    void publish(int version) {
        point(place.link(), place.linkTo(version));
    }

    /**
     * Links {@code latest} to the newest date that is published. Looks again after a change, since a run of another date
     * may have published between the look and the change.
     */
    void pointLatest() {
        Optional<LocalDate> newest = newestPublished();
        while (newest.isPresent() && point(place.latest(), Path.of(newest.get().toString()))) {
            newest = newestPublished();
        }
    }

    /** Whether the link had to be changed. */
    private boolean point(Path link, Path target) {
        if (isLinkTo(link, target)) {
            return false;
        }
        Path replacement = workDirectory.resolve("link");
        acts.delete(replacement);
        acts.createLink(replacement, target);
        Failpoint.BEFORE_LINK.hit();
        acts.rename(replacement, link);
        Failpoint.AFTER_LINK.hit();
        acts.sync(place.out());
        return true;
    }

    private static boolean isLinkTo(Path link, Path target) {
        try {
            return Files.readSymbolicLink(link).equals(target);
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<LocalDate> newestPublished() {
        return acts.list(place.out(), "????-??-??").stream()
                .filter(Files::isSymbolicLink)
                .filter(Version::isComplete)
                .flatMap(link -> date(link.getFileName().toString()))
                .max(Comparator.naturalOrder());
    }

    private static Stream<LocalDate> date(String name) {
        try {
            return Stream.of(LocalDate.parse(name));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }
}
