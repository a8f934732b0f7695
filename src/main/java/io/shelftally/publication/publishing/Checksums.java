package io.shelftally.publication.publishing;

import io.shelftally.publication.report.PublishedFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of SHA256SUMS, which {@code sha256sum -c} reads: 64 hex digits, two spaces, a name. */
final class Checksums {
    private static final int NAME_AT = 66;

    private Checksums() {}

    static String text(List<PublishedFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(PublishedFile::name))
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
    }

    /** The hashes by name; lines that are none are passed over. */
    static Map<String, String> parse(String text) {
        return text.lines()
                .filter(line -> line.length() > NAME_AT)
                .collect(Collectors.toMap(
                        line -> line.substring(NAME_AT),
                        line -> line.substring(0, NAME_AT - 2),
                        (first, second) -> second,
                        TreeMap::new));
    }
}
