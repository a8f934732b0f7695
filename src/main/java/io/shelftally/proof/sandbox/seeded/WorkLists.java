package io.shelftally.proof.sandbox.seeded;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a made world's ids as the job reads them; a store has ten scans, one a section. */
record WorkLists(SeededOptions options, SeededCaptures captures, SeededScans scans) {

    private static final List<String> SECTIONS = List.of(
            "Soda",
            "Water",
            "Candy",
            "Cookies",
            "Cereal",
            "Chips & Snacks",
            "Canned Food",
            "Sauces",
            "Dairy",
            "Frozen");

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("scans.csv"))) {
            out.write("scan_id,store_id,section\n");
            for (int i = 0; i < options.scans(); i++) {
                out.write(scans.id(i) + "," + store(i) + "," + SECTIONS.get(i % SECTIONS.size()) + "\n");
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("captures.csv"))) {
            out.write("capture_id,scan_id,store_id\n");
            for (int i = 0; i < options.captures(); i++) {
                out.write(captures.id(i) + "," + scanCell(i) + "," + storeCell(i) + "\n");
            }
        }
    }

    private String scanCell(int capture) {
        return captures.link(capture) == SeededCaptures.Link.INTAKE
                ? Long.toString(scans.id(captures.scan(capture).getAsInt()))
                : "";
    }

    private String storeCell(int capture) {
        return captures.scan(capture).isPresent() ? store(captures.scan(capture).getAsInt()) : "";
    }

    private static String store(int scan) {
        return Integer.toString(1001 + scan / SECTIONS.size());
    }
}
