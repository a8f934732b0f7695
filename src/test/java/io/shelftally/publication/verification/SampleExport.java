package io.shelftally.publication.verification;

import com.opencsv.RFC4180Parser;
import io.shelftally.base.digest.Sha256;
import io.shelftally.publication.export.Json;
import io.shelftally.publication.export.LoadScript;
import io.shelftally.publication.results.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The export of sample-data/expected, published as version 1 of its date, with a summary counted from its rows. */
final class SampleExport {

    static final String DATE = "2026-11-21";
    static final List<String> TABLES =
            List.of("breaks", "captures", "quarantine", "reconciled_items", "scans", "unknown_products");
    static final List<String> FILES = List.of(
            "SHA256SUMS",
            "_SUCCESS",
            "breaks.csv",
            "captures.csv",
            "datapackage.json",
            "load.sql",
            "quarantine.csv",
            "reconciled_items.csv",
            "report.html",
            "scans.csv",
            "summary.json",
            "unknown_products.csv");

    private static final Path EXPECTED = Path.of("sample-data", "expected");
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path version;

    private SampleExport(Path version) {
        this.version = version;
    }

    static SampleExport in(Path home) throws IOException {
        Path version = Files.createDirectories(home.resolve("out/.versions/" + DATE + "/1"));
        SampleExport export = new SampleExport(version);
        for (String table : TABLES) {
            Files.copy(EXPECTED.resolve(table + ".csv"), version.resolve(table + ".csv"));
        }
        Files.copy(EXPECTED.resolve("datapackage.json"), version.resolve("datapackage.json"));
        Files.writeString(version.resolve("load.sql"), LoadScript.of(Datasets.ALL));
        Files.writeString(version.resolve("report.html"), "<!doctype html><title>a night</title>\n");
        Files.writeString(version.resolve("summary.json"), Json.text(export.summary()));
        export.seal();
        Files.createSymbolicLink(export.link(), Path.of(".versions", DATE, "1"));
        return export;
    }

    Path version() {
        return version;
    }

    Path link() {
        return version.resolve("../../../" + DATE).normalize();
    }

    Path file(String name) {
        return version.resolve(name);
    }

    /** The lines without their ends; the first is the header. No cell of the sample has a line end. */
    List<String> lines(String table) throws IOException {
        return new ArrayList<>(List.of(Files.readString(file(table + ".csv")).split("\r\n")));
    }

    void write(String table, List<String> lines) throws IOException {
        Files.writeString(file(table + ".csv"), String.join("\r\n", lines) + "\r\n");
    }

    void replace(String name, String part, String by) throws IOException {
        String text = Files.readString(file(name));
        if (!text.contains(part)) {
            throw new IllegalArgumentException(name + " has no " + part);
        }
        int at = text.indexOf(part);
        Files.writeString(file(name), text.substring(0, at) + by + text.substring(at + part.length()));
    }

    /** Writes descriptor, list of files, check sums and _SUCCESS anew, so that they fit the rows whatever these are. */
    void seal() throws IOException {
        ObjectNode descriptor = (ObjectNode) MAPPER.readTree(file("datapackage.json"));
        for (JsonNode resource : descriptor.path("resources").values()) {
            String path = resource.path("path").stringValue();
            ((ObjectNode) resource).put("bytes", Files.size(file(path)));
            ((ObjectNode) resource).put("hash", "sha256:" + Sha256.ofFile(file(path)));
        }
        Files.writeString(file("datapackage.json"), descriptor.toPrettyString());
        sealSummary();
    }

    /** Writes list of files, check sums and _SUCCESS anew, and leaves the descriptor as it is. */
    void sealSummary() throws IOException {
        ObjectNode summary = (ObjectNode) MAPPER.readTree(file("summary.json"));
        for (JsonNode told : summary.path("files").values()) {
            String name = told.path("name").stringValue();
            if (name.endsWith(".csv")) {
                ((ObjectNode) told).put("rows", records(Files.readString(file(name))) - 1);
            }
            ((ObjectNode) told).put("bytes", Files.size(file(name)));
            ((ObjectNode) told).put("sha256", Sha256.ofFile(file(name)));
        }
        Files.writeString(file("summary.json"), summary.toPrettyString());
        sealSums();
    }

    /** The ends of lines that stand in no quotes. */
    private static long records(String csv) {
        boolean isQuoted = false;
        long records = 0;
        for (int at = 0; at < csv.length(); at++) {
            if (csv.charAt(at) == '"') {
                isQuoted = !isQuoted;
            } else if (csv.charAt(at) == '\n' && !isQuoted) {
                records++;
            }
        }
        return records;
    }

    /** Writes check sums and _SUCCESS anew, and leaves the descriptor and the summary as they are. */
    void sealSums() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (String name : FILES) {
            if (!name.equals("SHA256SUMS") && !name.equals("_SUCCESS")) {
                sums.append(Sha256.ofFile(file(name))).append("  ").append(name).append('\n');
            }
        }
        Files.writeString(file("SHA256SUMS"), sums);
        Files.writeString(file("_SUCCESS"), Sha256.ofFile(file("SHA256SUMS")) + "\n");
    }

    /** Adds a file that the check sums name and the descriptor does not. */
    void add(String name, String text) throws IOException {
        Files.writeString(file(name), text);
        Files.writeString(
                file("SHA256SUMS"), Sha256.ofFile(file(name)) + "  " + name + "\n", StandardOpenOption.APPEND);
        Files.writeString(file("_SUCCESS"), Sha256.ofFile(file("SHA256SUMS")) + "\n");
    }

    Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String name : FILES) {
            contents.put(name, Files.readAllBytes(file(name)));
        }
        return contents;
    }

    void restore(Map<String, byte[]> contents) throws IOException {
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            Files.write(file(file.getKey()), file.getValue());
        }
    }

    private Map<String, Object> summary() throws IOException {
        Map<String, Object> share = Map.of("asked", 20, "answered", 15, "floor_percent", 50);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("version", 1);
        summary.put("business_date", DATE);
        summary.put(
                "coverage", Map.of("scans", share, "captures", share, "reports_read", 3, "reports_with_items_seen", 3));
        summary.put("scans", counts("scans", "outcome"));
        summary.put("captures", counts("captures", "outcome"));
        summary.put("verdicts", counts("reconciled_items", "verdict"));
        summary.put("quarantine", counts("quarantine", "code"));
        Map<String, Long> opened = counts("breaks", "opened_on");
        Map<String, Long> closed = counts("breaks", "closed_on");
        summary.put(
                "breaks",
                Map.of(
                        "opened", opened.getOrDefault(DATE, 0L),
                        "closed", closed.getOrDefault(DATE, 0L),
                        "open", closed.getOrDefault("", 0L)));
        summary.put(
                "files",
                FILES.stream()
                        .filter(name -> name.endsWith(".csv") || name.startsWith("data"))
                        .map(name -> Map.of("name", name))
                        .toList());
        return summary;
    }

    private Map<String, Long> counts(String table, String column) throws IOException {
        RFC4180Parser parser = new RFC4180Parser();
        List<String> lines = lines(table);
        int at = List.of(parser.parseLine(lines.get(0))).indexOf(column);
        Map<String, Long> counts = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            counts.merge(parser.parseLine(line)[at], 1L, Long::sum);
        }
        return counts;
    }
}
