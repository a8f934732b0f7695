package io.shelftally.operations.checkup;

import io.shelftally.operations.launch.ExitCode;
import io.shelftally.publication.export.ExportException;
import io.shelftally.publication.publishing.Publisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Looks for room, and for the right to write, where files are published and where the H2 file stands. */
final class DiskCheck {

    private static final String CHECK = "disk";

    /** Room for so many more nights is no cause to look. */
    private static final int NIGHTS = 10;

    /** A night takes some three times as much in H2 as in its files (docs/operations.md, "Size"). */
    private static final int DATABASE_FACTOR = 3;

    private static final long WITHOUT_MEASURE = 1L << 30;

    private final Optional<Path> out;
    private final Optional<Path> databaseFile;
    private final LocalDate today;

    DiskCheck(Optional<Path> out, Optional<Path> databaseFile, LocalDate today) {
        this.out = out;
        this.databaseFile = databaseFile;
        this.today = today;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        OptionalLong version = out.map(DiskCheck::lastVersion).orElse(OptionalLong.empty());
        out.ifPresent(directory -> findings.add(published(directory, version)));
        databaseFile.ifPresent(file -> findings.add(database(file, version)));
        return findings;
    }

    private Finding published(Path directory, OptionalLong version) {
        try {
            new Publisher(directory).check(today);
        } catch (ExportException refused) {
            return Finding.fail(
                    CHECK,
                    String.valueOf(refused.getMessage()),
                    "Nothing can be published there until then.",
                    ExitCode.CANNOT_WRITE);
        }
        return room("of the published files, " + directory.toAbsolutePath(), directory, version, 1);
    }

    private static Finding database(Path file, OptionalLong version) {
        Path place = existing(file);
        boolean isTaken = !place.equals(file) && !Files.isDirectory(place);
        if (isTaken || !Files.isWritable(place) || !Files.isWritable(nearest(file))) {
            return Finding.fail(
                    CHECK,
                    "the database " + file + " cannot be written: look at " + place,
                    "Let this user write there, or name another place in SPRING_DATASOURCE_URL.",
                    ExitCode.CANNOT_WRITE);
        }
        return room("of the database, " + nearest(file), file, version, DATABASE_FACTOR);
    }

    private static Finding room(String whose, Path path, OptionalLong version, int factor) {
        long free;
        try {
            free = Files.getFileStore(nearest(path)).getUsableSpace();
        } catch (IOException unknown) {
            return Finding.warn(CHECK, "how much is free " + whose + " cannot be told", "Try df -h there.");
        }
        long night = version.orElse(WITHOUT_MEASURE / NIGHTS) * factor;
        String told = Sizes.text(free) + " free in the place " + whose
                + (version.isEmpty() ? "" : "; a night like the last takes some " + Sizes.text(night) + " there");
        String remedy = "Free space there, or prune (jobs/shelftally prune --help).";
        if (free < night) {
            return Finding.fail(CHECK, told, remedy, ExitCode.CANNOT_WRITE);
        }
        return free / NIGHTS < night ? Finding.warn(CHECK, told, remedy) : Finding.ok(CHECK, told);
    }

    /** The bytes of the files that the latest link leads to. */
    private static OptionalLong lastVersion(Path out) {
        Path latest = out.resolve("latest");
        if (!Files.isDirectory(latest)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> files = Files.list(latest)) {
            return OptionalLong.of(files.mapToLong(DiskCheck::size).sum());
        } catch (IOException | UncheckedIOException unreadable) {
            return OptionalLong.empty();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file itself, or the nearest of its parents that exists. */
    private static Path existing(Path path) {
        Path existing = path.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    /** The nearest directory that exists. */
    private static Path nearest(Path path) {
        Path existing = existing(path);
        Path parent = existing.getParent();
        return Files.isDirectory(existing) || parent == null ? existing : nearest(parent);
    }
}
