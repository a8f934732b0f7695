package io.shelftally.proof.torture;

import io.shelftally.proof.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a finished night leaves behind.
 *
 * @param files the CSV files and their descriptor, by name
 * @param tables the rows of the published views, by name
 * @param retries how often the vendor got the retry of a capture, by its path; without those in {@code repeatedAsTold}
 * @param repeatedAsTold retries that followed on an answer that the capture is FAILED still: its journal cannot tell a job
 *     that has read nothing of the retry before from one that has read that it failed as well
 */
record Remains(
        Map<String, String> files, Map<String, List<String>> tables, Map<String, Long> retries, long repeatedAsTold) {

    private static final List<String> FILES = List.of(
            "reconciled_items.csv",
            "captures.csv",
            "scans.csv",
            "breaks.csv",
            "quarantine.csv",
            "unknown_products.csv",
            "datapackage.json",
            "load.sql");
    private static final List<String> VIEWS =
            List.of("reconciled_item", "scan", "capture", "break_item", "quarantine", "unknown_product");

    static Remains of(Bench bench, Sandbox sandbox) {
        Map<String, String> files = new TreeMap<>();
        Path published = bench.out().resolve(Bench.DATE);
        FILES.forEach(name -> files.put(name, text(published.resolve(name))));
        Retries retries = Retries.in(sandbox.journal().entries());
        return new Remains(files, tables(bench), retries.ofItself(), retries.repeatedAsTold());
    }

    /** Rows of captures.csv and scans.csv that the other has and this one has not. */
    long lost(Remains expected) {
        return List.of("captures.csv", "scans.csv").stream()
                .mapToLong(name -> expected.ids(name).stream()
                        .filter(id -> !ids(name).contains(id))
                        .count())
                .sum();
    }

    /** Retries that the vendor got more often than of the other. */
    long repeated(Remains expected) {
        return retries.entrySet().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue() - expected.retries.getOrDefault(entry.getKey(), 0L)))
                .sum();
    }

    /** The names of what differs. */
    List<String> differences(Remains expected) {
        List<String> names = new ArrayList<>();
        files.forEach((name, text) -> {
            if (!text.equals(expected.files.get(name))) {
                names.add(name);
            }
        });
        tables.forEach((name, rows) -> {
            if (!rows.equals(expected.tables.get(name))) {
                names.add("view " + name);
            }
        });
        if (!retries.equals(expected.retries)) {
            names.add("retries");
        }
        return names;
    }

    /** The first two cells, of which one is the key. */
    private List<String> ids(String name) {
        return files.getOrDefault(name, "")
                .lines()
                .map(line -> line.split(",", 3))
                .map(cells -> cells[0] + "," + (cells.length > 1 ? cells[1] : ""))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> tables(Bench bench) {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(bench.url(), "sa", "")) {
            for (String view : VIEWS) {
                tables.put(view, Rows.of(connection, view));
            }
        } catch (SQLException e) {
            throw new TortureException("the database cannot be read: " + e.getMessage());
        }
        return tables;
    }
}
