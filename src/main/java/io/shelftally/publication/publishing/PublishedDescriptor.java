package io.shelftally.publication.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the descriptor of a published version says.
 *
 * @param sha256 of the descriptor itself, 64 hex digits; the twins of CSV files are left out of it, for a replay makes none
 * @param spreadsheetSafe whether text that a spreadsheet would run stands behind an apostrophe
 * @param hashes of the CSV files by name, 64 hex digits
 */
public record PublishedDescriptor(String sha256, boolean spreadsheetSafe, Map<String, String> hashes) {

    private static final String PREFIX = "sha256:";

    /** Reads it from the version's own directory; empty if it is not there, or is none. */
    public static Optional<PublishedDescriptor> read(Path out, LocalDate date, int version) {
        Path file = path(out, date, version);
        try {
            JsonNode descriptor = JsonMapper.shared().readTree(Files.readAllBytes(file));
            Map<String, String> hashes = new TreeMap<>();
            descriptor
                    .path("resources")
                    .forEach(resource -> hashes.put(
                            resource.path("path").asString(""),
                            resource.path("hash").asString("").replaceFirst("^" + PREFIX, "")));
            return Optional.of(new PublishedDescriptor(
                    TableDescriptor.sha256(file),
                    descriptor.path("spreadsheetSafe").asBoolean(true),
                    hashes));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Where it stands. */
    public static Path path(Path out, LocalDate date, int version) {
        return new Place(out, date).version(version).resolve(Version.DESCRIPTOR);
    }
}
