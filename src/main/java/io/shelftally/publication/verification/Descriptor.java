package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Resource.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * {@code datapackage.json}, as far as it is checked (datapackage.org/standard).
 *
 * @param name such as {@code shelftally-2026-11-21}
 * @param spreadsheetSafe whether no text cell of a CSV file may start as a formula does
 * @param resources the CSV files
 * @param twins the files that hold rows of a CSV file once more
 */
record Descriptor(String name, boolean spreadsheetSafe, List<Resource> resources, List<DescribedFile> twins) {

    /**
     * A file by its bytes alone.
     *
     * @param sha256 64 hex digits
     */
    record DescribedFile(String path, long bytes, String sha256) {}

    /** @throws IllegalArgumentException if something is missing or not of its type; the message names it */
    static Descriptor of(JsonNode document) {
        JsonNode safe = document.path("spreadsheetSafe");
        require(safe.isBoolean(), "spreadsheetSafe is neither true nor false");
        List<Resource> resources = new ArrayList<>();
        List<DescribedFile> twins = new ArrayList<>();
        for (JsonNode node : document.path("resources").values()) {
            DescribedFile file = file(node);
            if (file.path().endsWith(".csv")) {
                resources.add(resource(node, file));
            } else {
                twins.add(file);
            }
        }
        require(!resources.isEmpty(), "it describes no CSV file");
        require(distinct(resources.stream().map(Resource::path).toList()), "it describes a file twice");
        return new Descriptor(text(document, "name"), safe.booleanValue(), List.copyOf(resources), List.copyOf(twins));
    }

    private static DescribedFile file(JsonNode node) {
        JsonNode bytes = node.path("bytes");
        String path = text(node, "path");
        require(
                path.matches("[A-Za-z0-9_-]+\\.(csv|parquet|xlsx)"),
                "path is not the name of a file that exports have");
        require(bytes.isIntegralNumber(), path + ": bytes is no number");
        require(text(node, "hash").matches("sha256:[0-9a-f]{64}"), path + ": hash is no SHA-256");
        return new DescribedFile(path, bytes.longValue(), text(node, "hash").substring("sha256:".length()));
    }

    private static Resource resource(JsonNode node, DescribedFile file) {
        JsonNode schema = node.path("schema");
        Resource resource = new Resource(
                text(node, "name"),
                file,
                schema.path("fields").values().stream().map(Descriptor::field).toList(),
                schema.path("primaryKey").values().stream()
                        .map(JsonNode::asString)
                        .toList(),
                schema.path("foreignKeys").values().stream()
                        .map(Descriptor::reference)
                        .toList());
        requireColumns(resource);
        return resource;
    }

    private static void requireColumns(Resource resource) {
        Set<String> used = new HashSet<>(resource.key());
        resource.references().forEach(reference -> used.add(reference.column()));
        require(distinct(resource.columns()), resource.path() + ": a column stands twice");
        require(!resource.key().isEmpty(), resource.path() + ": no primary key");
        require(new HashSet<>(resource.columns()).containsAll(used), resource.path() + ": a key names no column");
    }

    private static Field field(JsonNode node) {
        JsonNode constraints = node.path("constraints");
        String name = text(node, "name");
        return new Field(
                name,
                type(text(node, "type"), name),
                constraints.path("required").asBoolean(false),
                Set.copyOf(constraints.path("enum").values().stream()
                        .map(JsonNode::asString)
                        .toList()),
                Optional.of(constraints.path("pattern").asString(""))
                        .filter(pattern -> !pattern.isEmpty())
                        .map(Pattern::compile));
    }

    private static Field.Type type(String type, String column) {
        for (Field.Type known : Field.Type.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(type)) {
                return known;
            }
        }
        throw new IllegalArgumentException("the column " + column + " has a type that exports do not use");
    }

    private static Reference reference(JsonNode node) {
        JsonNode to = node.path("reference");
        return new Reference(
                node.path("fields").path(0).asString(),
                text(to, "resource"),
                to.path("fields").path(0).asString());
    }

    private static String text(JsonNode node, String name) {
        require(node.path(name).isString(), "there is no text \"" + name + "\" where one must be");
        return node.path(name).stringValue();
    }

    private static boolean distinct(List<String> texts) {
        return new HashSet<>(texts).size() == texts.size();
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
