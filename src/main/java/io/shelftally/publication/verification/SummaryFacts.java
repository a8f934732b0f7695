package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Finding.Part;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What {@code summary.json} says of the export itself: its date, its version, its files. */
final class SummaryFacts {

    private static final String VERSION_PLACE = ".versions";

    private final Optional<JsonNode> summary;
    private final Findings findings;

    SummaryFacts(Optional<JsonNode> summary, Findings findings) {
        this.summary = summary;
        this.findings = findings;
        summary.ifPresent(document -> {
            if (!businessDate().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") || version() < 1) {
                wrong("business_date or version is missing");
            }
        });
    }

    /** Empty text if there is none. */
    String businessDate() {
        return document().path("business_date").asString("");
    }

    /** 0 if there is none. */
    long version() {
        return document().path("version").asLong(0);
    }

    /** Compares with the directory, where it still stands where it was published: {@code .versions/DATE/VERSION}. */
    void checkPlace(Path named, Path directory) {
        Path date = directory.getParent();
        Path versions = date == null ? null : date.getParent();
        boolean isInPlace = versions != null && versions.endsWith(VERSION_PLACE);
        if (summary.isEmpty()) {
            return;
        }
        if (isInPlace && !directory.endsWith(Path.of(businessDate(), Long.toString(version())))) {
            wrong("it is of version " + version() + " of " + businessDate() + ", which does not belong here");
        }
        Path name = named.getFileName();
        boolean isDate = name != null && name.toString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        if (isDate && !named.endsWith(businessDate())) {
            wrong("it is of " + businessDate() + ", and the link says " + name);
        }
    }

    void checkName(String descriptor) {
        if (summary.isPresent() && !descriptor.equals("shelftally-" + businessDate())) {
            wrong("business_date is " + businessDate() + ", and the descriptor is of another export");
        }
    }

    /** By name. */
    void compare(Map<String, FileFacts> found) {
        if (summary.isEmpty()) {
            return;
        }
        Set<String> told = new TreeSet<>();
        for (JsonNode file : document().path("files").values()) {
            String name = file.path("name").asString("");
            told.add(name);
            if (found.containsKey(name)) {
                compare(file, found.get(name));
            } else {
                wrong("it tells of a file that is not there");
            }
        }
        found.keySet().stream()
                .filter(name -> name.endsWith(".csv") || name.equals(Inventory.DESCRIPTOR))
                .filter(name -> !told.contains(name))
                .forEach(name -> wrong("its list of files leaves out " + name));
    }

    private void compare(JsonNode told, FileFacts found) {
        if (found.rows() >= 0 && told.path("rows").asLong(-1) != found.rows()) {
            findings.wrong(
                    Part.SUMS,
                    found.name(),
                    0,
                    "it has " + found.rows() + " rows, and summary.json says "
                            + told.path("rows").asString("nothing of them"));
        }
        boolean isSame = told.path("bytes").asLong(-1) == found.bytes()
                && told.path("sha256").asString("").equals(found.sha256());
        if (!isSame) {
            findings.damaged(Part.SUMS, found.name(), "bytes or hash are not those of summary.json");
        }
    }

    private JsonNode document() {
        return summary.orElse(MissingNode.getInstance());
    }

    private void wrong(String problem) {
        findings.damaged(Part.SUMS, Sums.FILE, problem);
    }
}
