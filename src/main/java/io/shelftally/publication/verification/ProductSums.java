package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Finding.Part;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares the products of {@code unknown_products.csv} with the captures that came back NOT_FOUND. */
final class ProductSums {

    static final String TABLE = "unknown_products";

    private static final String FILE = TABLE + ".csv";

    private final Findings findings;
    private final Map<String, Long> captured = new TreeMap<>();
    private final Map<String, Long> told = new TreeMap<>();

    ProductSums(Findings findings) {
        this.findings = findings;
    }

    /** What is to be done with each row of the table. */
    Optional<Rows> of(Resource resource) {
        int gtin = resource.indexOf("gtin");
        int status = resource.indexOf("status");
        int captures = resource.indexOf("captures");
        if (resource.name().equals("captures") && gtin >= 0 && status >= 0) {
            return Optional.of((line, cells) -> take(cells.get(gtin), cells.get(status)));
        }
        if (resource.name().equals(TABLE) && gtin >= 0 && captures >= 0) {
            return Optional.of((line, cells) -> told.put(cells.get(gtin), Longs.parse(cells.get(captures))));
        }
        return Optional.empty();
    }

    /** After the rows of both tables. */
    void compare() {
        captured.forEach((gtin, count) -> {
            if (!told.containsKey(gtin)) {
                wrong(gtin, count, "is missing");
            } else if (told.get(gtin).longValue() != count) {
                wrong(gtin, count, "has " + told.get(gtin) + " captures");
            }
        });
        told.keySet().stream()
                .filter(gtin -> !captured.containsKey(gtin))
                .forEach(gtin -> wrong(gtin, 0, "stands here"));
    }

    private void take(String gtin, String status) {
        if (!gtin.isEmpty() && status.equalsIgnoreCase("NOT_FOUND")) {
            captured.merge(gtin, 1L, Long::sum);
        }
    }

    private void wrong(String gtin, long count, String problem) {
        findings.wrong(
                Part.SUMS, FILE, 0, gtin + " " + problem + ", and captures.csv has " + count + " NOT_FOUND of it");
    }
}
