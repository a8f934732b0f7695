package io.shelftally.operations.telling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks whether a night is there, by the published files alone: the database may be locked by the very run that is late. */
public final class NightWatch {

    private static final String SUCCESS = "_SUCCESS";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final Path out;

    /** @param out where nights are published; need not be there */
    public NightWatch(Path out) {
        this.out = out;
    }

    public boolean isPublished(LocalDate date) {
        return isPublished(out.resolve(date.toString()));
    }

    /** That the night is not there, and which is the newest that is. */
    public String missing(LocalDate date) {
        String newest = newest().map(night -> "the newest there is " + night).orElse("none is there");
        return "no night of " + date + " is published in " + out.toAbsolutePath() + "; " + newest
                + ". What became of it: jobs/shelftally runs";
    }

    /** What failed of a published night by the rules of the settings, in words; empty if nothing did. */
    public List<String> failedRules(LocalDate date) {
        Path summary = out.resolve(date.toString()).resolve("summary.json");
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(summary))
                    .path("alerts")
                    .valueStream()
                    .filter(alert -> alert.path("level").stringValue("").equals("fail"))
                    .map(NightWatch::words)
                    .toList();
        } catch (IOException | JacksonException unreadable) {
            return List.of(summary + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static String words(JsonNode alert) {
        return "rule " + alert.path("rule").stringValue("") + ": "
                + alert.path("words").stringValue("");
    }

    private Optional<String> newest() {
        if (!Files.isDirectory(out)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(out)) {
            return entries.filter(entry -> entry.getFileName().toString().matches(DATE))
                    .filter(NightWatch::isPublished)
                    .map(entry -> entry.getFileName().toString())
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPublished(Path night) {
        return Files.isRegularFile(night.resolve(SUCCESS));
    }
}
