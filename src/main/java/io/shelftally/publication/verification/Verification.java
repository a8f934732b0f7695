package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Descriptor.DescribedFile;
import io.shelftally.publication.verification.Finding.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * Checks a published version by nothing but its own files (docs/data-dictionary.md).
 *
 * <ol>
 *   <li>The files that {@code datapackage.json} and {@code SHA256SUMS} name are there, and no others.
 *   <li>{@code _SUCCESS} holds the hash of {@code SHA256SUMS}, and that the hash of each other file.
 *   <li>Each CSV file is read once: bytes, hash, header, cells, order of the key, foreign keys. Tables that others refer
 *       to come first.
 *   <li>What was counted is compared with {@code summary.json}, the counts of each scan with its rows, and those of each
 *       unknown product with its captures.
 * </ol>
 */
public final class Verification {

    private final Path directory;
    private final Findings findings = new Findings();
    private final Checksums checksums = new Checksums(findings);
    private final ScanSums scanSums = new ScanSums(findings);
    private final ProductSums productSums = new ProductSums(findings);
    private final Inventory inventory;
    private final Map<String, FileFacts> facts = new TreeMap<>();

    private Verification(Path directory) throws IOException {
        this.directory = directory;
        this.inventory = new Inventory(directory, findings);
    }

    /**
     * Checks a version directory, or the one that a link leads to.
     *
     * @throws IOException if the directory or a file in it cannot be read
     */
    public static VerificationReport of(Path directory) throws IOException {
        return new Verification(directory.toRealPath()).report(directory);
    }

    private VerificationReport report(Path named) throws IOException {
        if (inventory.has(Checksums.FILE)) {
            checksums.read(directory);
            checksums.checkSuccess(directory, inventory.names());
        }
        Optional<JsonNode> summary = read(Sums.FILE, Part.SUMS);
        SummaryFacts told = new SummaryFacts(summary, findings);
        told.checkPlace(named, directory);
        Optional<Descriptor> descriptor = descriptor();
        List<Resource> resources = descriptor.map(Descriptor::resources).orElse(List.of());
        List<DescribedFile> twins = descriptor.map(Descriptor::twins).orElse(List.of());
        inventory.compare(named(resources, twins));
        checkTables(descriptor, summary, told);
        checkFiles(told);
        twins.stream()
                .filter(twin -> facts.containsKey(twin.path()))
                .forEach(twin -> compare(twin, Objects.requireNonNull(facts.get(twin.path()))));
        return new VerificationReport(
                named, told.businessDate(), told.version(), List.copyOf(facts.values()), findings);
    }

    private Optional<JsonNode> read(String name, Part part) {
        return inventory.has(name) ? Documents.read(directory, name, part, findings) : Optional.empty();
    }

    private Optional<Descriptor> descriptor() {
        try {
            return read(Inventory.DESCRIPTOR, Part.DESCRIPTOR).map(Descriptor::of);
        } catch (PatternSyntaxException e) {
            findings.damaged(Part.DESCRIPTOR, Inventory.DESCRIPTOR, "a pattern is none");
        } catch (IllegalArgumentException e) {
            findings.damaged(Part.DESCRIPTOR, Inventory.DESCRIPTOR, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private Set<String> named(List<Resource> resources, List<DescribedFile> twins) {
        Set<String> named = new TreeSet<>(checksums.hashes().keySet());
        Set<String> described = new TreeSet<>();
        resources.forEach(resource -> described.add(resource.path()));
        named.stream()
                .filter(name -> name.endsWith(".csv") && !described.contains(name) && !described.isEmpty())
                .forEach(name ->
                        findings.damaged(Part.DESCRIPTOR, Inventory.DESCRIPTOR, "it does not describe " + name));
        named.addAll(described);
        twins.forEach(twin -> named.add(twin.path()));
        return named;
    }

    private void checkTables(Optional<Descriptor> descriptor, Optional<JsonNode> summary, SummaryFacts told)
            throws IOException {
        if (descriptor.isEmpty()) {
            return;
        }
        told.checkName(descriptor.get().name());
        Sums sums = new Sums(told.businessDate(), findings);
        List<Resource> resources = new ArrayList<>(descriptor.get().resources());
        References references = new References(resources, findings);
        resources.sort(Comparator.comparing(resource -> !resource.references().isEmpty()));
        for (Resource resource : resources) {
            if (inventory.has(resource.path())) {
                List<Rows> all = new ArrayList<>(List.of(references.of(resource), sums.of(resource)));
                scanSums.of(resource).ifPresent(all::add);
                productSums.of(resource).ifPresent(all::add);
                FileFacts found = new TableCheck(resource, descriptor.get().spreadsheetSafe(), findings)
                        .check(inventory.path(resource.path()), (line, cells) -> all.forEach(r -> r.row(line, cells)));
                facts.put(resource.path(), found);
                compare(resource.file(), found);
            }
        }
        List<String> whole =
                resources.stream().filter(this::isWhole).map(Resource::name).toList();
        summary.ifPresent(document -> sums.compare(document, whole));
        if (whole.containsAll(List.of("scans", "reconciled_items"))) {
            scanSums.compare();
        }
        if (whole.containsAll(List.of("captures", ProductSums.TABLE))) {
            productSums.compare();
        }
    }

    private boolean isWhole(Resource resource) {
        FileFacts found = facts.get(resource.path());
        return found != null && found.rows() >= 0;
    }

    private void compare(DescribedFile described, FileFacts found) {
        if (described.bytes() != found.bytes()) {
            findings.damaged(
                    Part.DESCRIPTOR,
                    found.name(),
                    "it has " + found.bytes() + " bytes, and the descriptor says " + described.bytes());
        }
        if (!described.sha256().equals(found.sha256())) {
            findings.damaged(Part.DESCRIPTOR, found.name(), "the hash is not that of the descriptor");
        }
    }

    private void checkFiles(SummaryFacts told) throws IOException {
        for (String name : inventory.names()) {
            if (!name.equals(Checksums.FILE) && !name.equals(Checksums.SUCCESS)) {
                if (!facts.containsKey(name)) {
                    facts.put(name, FileFacts.of(inventory.path(name)));
                }
                if (inventory.has(Checksums.FILE)) {
                    checksums.check(facts.get(name));
                }
            }
        }
        told.compare(facts);
    }
}
