package io.shelftally.publication.publishing;

import io.shelftally.base.threads.SideBySide;
import io.shelftally.publication.export.ExportException;
import io.shelftally.publication.report.PublishedFile;
import io.shelftally.publication.site.Site;
import io.shelftally.publication.site.SiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Publishes the site over the nights beside the dates, so that a reader finds the one of before or the one of after, whole:
 *
 * <ol>
 *   <li>The files are made in {@code .versions/site/.staging-*}; then their directory is renamed to the next number.
 *   <li>The link {@code site} is replaced by a rename. {@code index.html} is a link into {@code site}, made once, so that both
 *       change in that one instant.
 *   <li>The version before stays for those who are reading it; older ones go.
 * </ol>
 *
 * A site that comes out as it was is not published again. Its files are not forced to the disk, for there are hundreds: what a
 * power cut tears is seen by its check sums, and is made anew by the next publication.
 */
public final class SitePublisher {
    private static final Path INDEX = Path.of("site", Site.ABOVE);

    private final Path out;
    private final Path home;
    private final FileActs acts;

    public SitePublisher(Path out, PublishingRight right) {
        this(out, new RightfulActs(right));
    }

    SitePublisher(Path out, FileActs acts) {
        this.out = out;
        this.home = out.resolve(".versions").resolve("site");
        this.acts = acts;
    }

    /** Whether a site of this job is published there. */
    public static boolean isThere(Path out) {
        return LinkChange.isLinkTo(out.resolve("index.html"), INDEX);
    }

    /**
     * Publishes the site, unless it came out as it was.
     *
     * @throws ExportException also if something of somebody else stands where the links must
     */
    public PublishedSite publish(Site site) {
        requireOurs(out.resolve("site"), linked().isPresent());
        requireOurs(out.resolve("index.html"), isThere(out));
        acts.createDirectories(home);
        try (StagingDirectory staging = StagingDirectory.create(home, acts)) {
            acts.list(home, StagingDirectory.NAMES).stream()
                    .filter(other -> !other.equals(staging.path()) && !StagingDirectory.isInUse(other))
                    .forEach(acts::deleteTree);
            List<PublishedFile> files = write(site, staging.files());
            OptionalInt before = linked();
            int number = number(before, Checksums.text(files), staging.files());
            LinkChange link = new LinkChange(staging.path(), acts);
            link.point(out.resolve("site"), out.relativize(version(number)));
            link.point(out.resolve("index.html"), INDEX);
            clearBut(number, before);
            return new PublishedSite(
                    out.resolve("index.html"),
                    files.size(),
                    files.stream().mapToLong(PublishedFile::bytes).sum(),
                    before.isEmpty() || before.getAsInt() != number);
        }
    }

    private static void requireOurs(Path path, boolean isOurs) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !isOurs) {
            throw new ExportException(
                    path + " is not a link that this job made, but one to the site over the nights must"
                            + " stand there; move it away, or set shelftally.site.enabled=false");
        }
    }

    private List<PublishedFile> write(Site site, Path directory) {
        List<SiteFile> files = site.files();
        files.stream().map(file -> folder(file, directory)).distinct().forEach(acts::createDirectories);
        List<PublishedFile> written = new ArrayList<>();
        try (SideBySide writers = new SideBySide("site-writer")) {
            writers.each(files, file -> write(file, directory), written::add);
        }
        return written;
    }

    private static Path folder(SiteFile file, Path directory) {
        return Optional.ofNullable(directory.resolve(file.name()).getParent()).orElse(directory);
    }

    private PublishedFile write(SiteFile file, Path directory) {
        PublishedFile written =
                acts.writeUnforced(directory.resolve(file.name()), file.text().get());
        return new PublishedFile(file.name(), null, written.bytes(), written.sha256());
    }

    /** That of the version that is linked, if it has these files; else that of a new one. */
    private int number(OptionalInt before, String checksums, Path files) {
        if (before.isPresent() && Version.hasFiles(version(before.getAsInt()), checksums)) {
            return before.getAsInt();
        }
        acts.writeUnforced(files.resolve(Version.CHECKSUMS), checksums);
        int next = numbers().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        acts.rename(files, version(next));
        acts.sync(home);
        return next;
    }

    private void clearBut(int number, OptionalInt before) {
        int previous = before.isPresent() && before.getAsInt() != number
                ? before.getAsInt()
                : numbers().stream()
                        .mapToInt(Integer::intValue)
                        .filter(other -> other < number)
                        .max()
                        .orElse(number);
        numbers().stream()
                .filter(other -> other != number && other != previous)
                .forEach(other -> acts.deleteTree(version(other)));
    }

    /** The version that the link leads to; empty also if it is none of ours. */
    private OptionalInt linked() {
        try {
            Path target = Files.readSymbolicLink(out.resolve("site"));
            return numbers().stream()
                    .mapToInt(Integer::intValue)
                    .filter(number -> target.equals(out.relativize(version(number))))
                    .findFirst();
        } catch (IOException none) {
            return OptionalInt.empty();
        }
    }

    private List<Integer> numbers() {
        return acts.list(home, "[1-9]*").stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .toList();
    }

    private Path version(int number) {
        return home.resolve(Integer.toString(number));
    }
}
