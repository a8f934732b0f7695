package io.shelftally.publication.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The versions of a business date. */
final class Versions {
    private static final String NUMBER = "[1-9][0-9]{0,8}";

    private final Place place;
    private final FileActs acts;

    Versions(Place place, FileActs acts) {
        this.place = place;
        this.acts = acts;
    }

    /** One more than the largest there is, complete or not. */
    int next() {
        return all().stream().mapToInt(Version::number).max().orElse(0) + 1;
    }

    /**
     * The version that these files have already: the published one, or the newest, whose link a run that was killed did
     * not set.
     */
    Optional<Version> holding(String descriptorSha256) {
        return Stream.concat(published().stream(), newest().stream())
                .distinct()
                .filter(version -> version.holds(descriptorSha256))
                .findFirst();
    }

    /** The one that the link of the date names. */
    private Optional<Version> published() {
        return all().stream().filter(version -> isPublished(version.number())).findFirst();
    }

    boolean isPublished(int number) {
        try {
            return Files.readSymbolicLink(place.link()).equals(place.linkTo(number));
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Version> newest() {
        return all().stream().filter(Version::isComplete).max(Comparator.comparingInt(Version::number));
    }

    private List<Version> all() {
        return acts.list(place.home(), "[0-9]*").stream()
                .filter(path -> name(path).matches(NUMBER))
                .map(path -> new Version(Integer.parseInt(name(path)), path))
                .toList();
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
