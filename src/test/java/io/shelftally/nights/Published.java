package io.shelftally.nights;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The published files of a business date, read by a reader that is not the job's. */
record Published(Path directory) {

    static final List<String> CSV = List.of(
            "reconciled_items.csv",
            "captures.csv",
            "scans.csv",
            "breaks.csv",
            "quarantine.csv",
            "unknown_products.csv");

    boolean exists() {
        return Files.exists(directory.resolve("_SUCCESS"));
    }

    /** By capture id. */
    Map<String, Map<String, String>> captures() {
        return byKey("captures.csv", "capture_id");
    }

    /** By scan id. */
    Map<String, Map<String, String>> scans() {
        return byKey("scans.csv", "scan_id");
    }

    /** By scan id and GTIN with a blank between. */
    Map<String, Map<String, String>> items() {
        return byKey("reconciled_items.csv", "scan_id", "gtin");
    }

    /** By place and GTIN with a blank between. */
    Map<String, Map<String, String>> breaks() {
        return byKey("breaks.csv", "place", "gtin");
    }

    /** By source and position with a blank between. */
    Map<String, Map<String, String>> quarantine() {
        return byKey("quarantine.csv", "source", "position");
    }

    /** By GTIN. */
    Map<String, Map<String, String>> unknownProducts() {
        return byKey("unknown_products.csv", "gtin");
    }

    /** All that must be the same however a night was run: the CSV files and their descriptor, by name. */
    Map<String, String> evidence() {
        Map<String, String> texts = new TreeMap<>();
        Stream.concat(CSV.stream(), Stream.of("datapackage.json")).forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    String text(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Map<String, String>> byKey(String name, String... columns) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(directory.resolve(name))) {
            for (NamedCsvRecord row : reader) {
                String key =
                        String.join(" ", Stream.of(columns).map(row::getField).toList());
                if (rows.put(key, row.getFieldsAsMap()) != null) {
                    throw new AssertionError(name + " holds " + key + " twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
