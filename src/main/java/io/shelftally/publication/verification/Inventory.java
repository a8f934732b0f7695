package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Finding.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a version directory, and those that must be there. */
final class Inventory {

    static final String DESCRIPTOR = "datapackage.json";

    private static final List<String> ALWAYS =
            List.of(Checksums.SUCCESS, Checksums.FILE, DESCRIPTOR, Sums.FILE, "report.html");

    private static final String KEEP_ELSEWHERE = "Keep it elsewhere: a published version is never edited";

    private final Path directory;
    private final Findings findings;
    private final Set<String> present = new TreeSet<>();

    Inventory(Path directory, Findings findings) throws IOException {
        this.directory = directory;
        this.findings = findings;
        try (Stream<Path> entries = Files.list(directory)) {
            entries.sorted().forEach(this::take);
        }
    }

    private void take(Path entry) {
        String name = entry.getFileName().toString();
        if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            present.add(name);
        } else {
            findings.add(
                    Part.FILES, name, 0, "this is no plain file, and a version holds nothing else", KEEP_ELSEWHERE);
        }
    }

    boolean has(String name) {
        return present.contains(name);
    }

    Set<String> names() {
        return Set.copyOf(present);
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    /**
     * Compares with what documents name.
     *
     * @param named beside the files that every version has
     */
    void compare(Collection<String> named) {
        Set<String> expected = new TreeSet<>(named);
        expected.addAll(ALWAYS);
        for (String name : expected) {
            if (!has(name)) {
                findings.damaged(Part.FILES, name, name.equals(Checksums.SUCCESS) ? unfinished() : "it is missing");
            }
        }
        for (String name : present) {
            if (!expected.contains(name)) {
                findings.add(
                        Part.FILES,
                        name,
                        0,
                        "it is named neither by the descriptor nor by " + Checksums.FILE,
                        KEEP_ELSEWHERE);
            }
        }
    }

    private static String unfinished() {
        return "it is missing: the version was never finished, or was copied in part";
    }
}
