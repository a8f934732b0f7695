package io.shelftally.publication.publishing;

import io.shelftally.publication.export.ExportException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a night's files so that a reader never finds half of them, and a process that is killed at any instant
 * leaves either the old version or the new one published:
 *
 * <ol>
 *   <li>Everything is made in {@code .versions/<date>/.staging-*}, which is locked while its process lives.
 *   <li>The files are written and forced to the disk, then their checksums, {@code _SUCCESS} last.
 *   <li>Their directory is renamed to the next number: a numbered directory is complete from its first instant on.
 *   <li>The caller does its part, such as flipping rows in the database. It is told the version each time, also when
 *       nothing changed, and must bear a repetition: a run killed here is finished by the next.
 *   <li>The link of the date is replaced by a rename, then {@code latest}, if this is the newest date.
 *   <li>The staging directory goes. Those that killed processes left go when the next one opens.
 * </ol>
 *
 * Files that come out as they were are not published again; the links are mended all the same.
 */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Path out;
    private final PublishingRight right;
    private final FileActs acts;

    public Publisher(Path out, PublishingRight right) {
        this(out, right, new RightfulActs(right));
    }

    /** A publisher that is alone, or only checks. */
    public Publisher(Path out) {
        this(out, PublishingRight.ALWAYS);
    }

    Publisher(Path out, FileActs acts) {
        this(out, PublishingRight.ALWAYS, acts);
    }

    private Publisher(Path out, PublishingRight right, FileActs acts) {
        this.out = out;
        this.right = right;
        this.acts = acts;
    }

    /** Refuses a place where nothing could be published, and changes nothing: for the start of a run. */
    public void check(LocalDate date) {
        PlaceCheck.check(new Place(out, date));
    }

    /**
     * Opens a place for the files of a date, and clears away what killed runs left.
     *
     * @param spreadsheetSafe whether text that a spreadsheet would run gets an apostrophe before it
     * @throws ExportException also if another process is publishing the same date
     */
    public Staging open(LocalDate date, boolean spreadsheetSafe) {
        Place place = new Place(out, date);
        PlaceCheck.check(place);
        acts.createDirectories(place.home());
        acts.sync(place.versions());
        acts.sync(out);
        StagingDirectory directory = StagingDirectory.create(place.home(), acts);
        try {
            clearLeftovers(place, directory.path());
            acts.createDirectory(directory.files());
            return new Staging(place, directory, spreadsheetSafe, acts);
        } catch (RuntimeException | Error e) {
            directory.close();
            throw e;
        }
    }

    private void clearLeftovers(Place place, Path own) {
        for (Path home : acts.list(place.versions(), "????-??-??")) {
            for (Path staging : acts.list(home, StagingDirectory.NAMES)) {
                if (!staging.equals(own)) {
                    clear(staging, home.equals(place.home()));
                }
            }
        }
    }

    private void clear(Path staging, boolean sameDate) {
        if (!StagingDirectory.isInUse(staging)) {
            LOG.info("{} is cleared away: a killed run left it", staging);
            acts.deleteTree(staging);
        } else if (sameDate && right.wasTakenOver()) {
            LOG.warn("{} is left alone: it is in use, most likely by the run that was overtaken", staging);
        } else if (sameDate) {
            throw new ExportException("another process is publishing the same business date, in " + staging
                    + "; wait until it ends, then run again");
        }
    }
}
