package io.shelftally.publication.publishing;

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
    private final FileActs acts;
    private final LinkChange link;

    /** @param workDirectory where a link is made before it is renamed into place; on the same file system */
    Links(Place place, Path workDirectory, FileActs acts) {
        this.place = place;
        this.acts = acts;
        this.link = new LinkChange(workDirectory, acts);
    }

    void publish(int version) {
        link.point(place.link(), place.linkTo(version));
    }

    /**
     * Links {@code latest} to the newest date that is published. Looks again after a change, since a run of another date
     * may have published between the look and the change.
     */
    void pointLatest() {
        Optional<LocalDate> newest = newestPublished();
        while (newest.isPresent()
                && link.point(place.latest(), Path.of(newest.get().toString()))) {
            newest = newestPublished();
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
