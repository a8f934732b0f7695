package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Finding.Part;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Counts rows as {@code summary.json} does, and compares. */
final class Sums {

    static final String FILE = "summary.json";

    private static final List<Sum> COUNTED = List.of(
            new Sum("reconciled_items", "verdict", "verdicts"),
            new Sum("captures", "outcome", "captures"),
            new Sum("scans", "outcome", "scans"),
            new Sum("quarantine", "code", "quarantine"));

    /** The rows of a table by the values of a column, and where the summary has their numbers. */
    private record Sum(String table, String column, String place) {}

    private final String businessDate;
    private final Findings findings;
    private final Tally tally = new Tally();

    Sums(String businessDate, Findings findings) {
        this.businessDate = businessDate;
        this.findings = findings;
    }

    /** What is to be done with each row of a table. */
    Rows of(Resource resource) {
        int date = resource.indexOf("business_date");
        int opened = resource.indexOf("opened_on");
        int closed = resource.indexOf("closed_on");
        List<Sum> sums = COUNTED.stream()
                .filter(sum -> sum.table().equals(resource.name()) && resource.indexOf(sum.column()) >= 0)
                .toList();
        return (line, cells) -> {
            if (date >= 0 && !cells.get(date).equals(businessDate)) {
                findings.wrong(Part.SUMS, resource.path(), line, "business_date is not that of summary.json");
            }
            sums.forEach(sum -> tally.add(sum.place(), cells.get(resource.indexOf(sum.column()))));
            if (resource.name().equals("breaks") && opened >= 0 && closed >= 0) {
                countBreak(cells.get(opened), cells.get(closed));
            }
        };
    }

    private void countBreak(String openedOn, String closedOn) {
        if (openedOn.equals(businessDate)) {
            tally.add("breaks", "opened");
        }
        if (closedOn.isEmpty()) {
            tally.add("breaks", "open");
        } else if (closedOn.equals(businessDate)) {
            tally.add("breaks", "closed");
        }
    }

    /** After all rows of all tables that could be read. */
    void compare(JsonNode summary, List<String> wholeTables) {
        for (Sum sum : COUNTED) {
            if (wholeTables.contains(sum.table())) {
                compare(summary.path(sum.place()), sum.place(), sum.table() + ".csv");
            }
        }
        if (wholeTables.contains("breaks")) {
            for (String count : List.of("opened", "closed", "open")) {
                compare(summary.path("breaks"), "breaks", count, "breaks.csv");
            }
        }
        compareCoverage(summary.path("coverage"));
    }

    private void compare(JsonNode counts, String place, String file) {
        TreeSet<String> values = new TreeSet<>(tally.of(place).keySet());
        for (Map.Entry<String, JsonNode> count : counts.properties()) {
            values.add(count.getKey());
        }
        values.forEach(value -> compare(counts, place, value, file));
    }

    private void compare(JsonNode counts, String place, String value, String file) {
        long found = tally.count(place, value);
        JsonNode told = counts.path(value);
        if (!told.isIntegralNumber() || told.longValue() != found) {
            wrong(place + "." + value + " is " + shown(told) + ", and " + file + " has " + found + " such rows");
        }
    }

    private void compareCoverage(JsonNode coverage) {
        for (String kind : List.of("scans", "captures")) {
            JsonNode share = coverage.path(kind);
            long asked = share.path("asked").asLong(-1);
            long answered = share.path("answered").asLong(-1);
            long floor = share.path("floor_percent").asLong(-1);
            boolean isShare = answered >= 0 && answered <= asked && floor >= 0 && floor <= 100;
            if (!isShare || 200 * answered < (2 * floor - 1) * asked) {
                wrong("coverage." + kind + " is no share that may be published: " + answered + " of " + asked);
            }
        }
        compareLines(coverage.path("lines"));
        long read = coverage.path("reports_read").asLong(-1);
        long withItems = coverage.path("reports_with_items_seen").asLong(-1);
        if (withItems < 0 || withItems > read) {
            wrong("coverage.reports_with_items_seen is " + withItems + " of " + read + " reports");
        }
    }

    /** Exports of earlier releases tell nothing of lines. */
    private void compareLines(JsonNode lines) {
        long read = lines.path("read").asLong(0);
        long identified = lines.path("identified").asLong(0);
        if (identified < 0 || identified > read) {
            wrong("coverage.lines.identified is " + identified + " of " + read + " lines");
        }
    }

    private static String shown(JsonNode told) {
        return told.isIntegralNumber() ? told.asString() : "missing";
    }

    private void wrong(String problem) {
        findings.wrong(Part.SUMS, FILE, 0, problem);
    }
}
