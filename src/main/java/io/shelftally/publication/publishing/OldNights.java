package io.shelftally.publication.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes old nights from the place where they were published, so that no reader finds half of one: first the link of the date,
 * then all of its versions in one rename, and only then the files. The newest night there stays, and so does the one that
 * {@code latest} leads to. What a killed process left is removed by the next.
 */
public final class OldNights {

    private static final Logger LOG = LoggerFactory.getLogger(OldNights.class);
    private static final String ASIDE = ".pruned-";
    private static final String DATES = "????-??-??";

    private final Path out;
    private final PublishingRight right;
    private final FileActs acts;

    public OldNights(Path out, PublishingRight right) {
        this(out, right, new RightfulActs(right));
    }

    OldNights(Path out, PublishingRight right, FileActs acts) {
        this.out = out;
        this.right = right;
        this.acts = acts;
    }

    /** The nights before a date that may go, the oldest first. */
    public List<LocalDate> before(LocalDate first) {
        List<LocalDate> nights = acts.list(versions(), DATES).stream()
                .flatMap(path -> date(path).stream())
                .sorted()
                .toList();
        Optional<LocalDate> newest = published(nights).reduce((one, next) -> next);
        Optional<LocalDate> latest = latest();
        return nights.stream()
                .filter(night -> night.isBefore(first))
                .filter(night -> !Optional.of(night).equals(newest)
                        && !Optional.of(night).equals(latest))
                .filter(night -> !isForeign(night))
                .toList();
    }

    /** Whether something of the night is there, and nothing that a reader is led to. */
    public boolean isUnshown(LocalDate night) {
        return Files.isDirectory(home(night)) && Files.notExists(link(night), LinkOption.NOFOLLOW_LINKS);
    }

    /** The bytes of all versions of a night. */
    public long bytes(LocalDate night) {
        try (Stream<Path> files = Files.walk(home(night))) {
            return files.filter(Files::isRegularFile).mapToLong(OldNights::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a night; leaves it alone while another process is publishing it. */
    public void remove(LocalDate night) {
        if (acts.list(home(night), StagingDirectory.NAMES).stream().anyMatch(StagingDirectory::isInUse)) {
            LOG.warn("{} is left alone: another process is publishing it", home(night));
            return;
        }
        right.use(() -> acts.delete(link(night)));
        acts.sync(out);
        Path aside = versions().resolve(ASIDE + night + "-" + UUID.randomUUID());
        acts.rename(home(night), aside);
        acts.sync(versions());
        acts.deleteTree(aside);
    }

    /** Removes what a killed process had put aside. */
    public void clear() {
        acts.list(versions(), ASIDE + "*").forEach(acts::deleteTree);
    }

    private Stream<LocalDate> published(List<LocalDate> nights) {
        return nights.stream().filter(night -> Version.isComplete(link(night)));
    }

    /** The date that the link leads to. */
    private Optional<LocalDate> latest() {
        try {
            return date(Files.readSymbolicLink(out.resolve("latest")));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Something that is no link stands where the link of the date would: not of our making. */
    private boolean isForeign(LocalDate night) {
        return Files.exists(link(night)) && !Files.isSymbolicLink(link(night));
    }

    private Path versions() {
        return out.resolve(".versions");
    }

    private Path home(LocalDate night) {
        return new Place(out, night).home();
    }

    private Path link(LocalDate night) {
        return new Place(out, night).link();
    }

    private static Optional<LocalDate> date(Path path) {
        try {
            return Optional.of(LocalDate.parse(path.getFileName().toString()));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
