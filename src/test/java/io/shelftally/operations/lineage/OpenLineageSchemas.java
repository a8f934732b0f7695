package io.shelftally.operations.lineage;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of OpenLineage: an event is valid if it is one by the core's, and each of its facets by the one that it names. */
public final class OpenLineageSchemas {

    private static final Map<String, String> TEXTS = texts();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(TEXTS)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private OpenLineageSchemas() {}

    /** What is wrong with an event, each with its place; empty if it is valid. */
    public static List<String> faults(JsonNode event) {
        List<String> faults = new ArrayList<>(faults(event.path("schemaURL"), event));
        for (JsonNode facet : facets(event)) {
            faults.addAll(faults(facet.path("_schemaURL"), facet));
        }
        return faults;
    }

    /** The names of all facets that an event has, sorted. */
    public static List<String> facetNames(JsonNode event) {
        return event.findParents("_schemaURL").stream()
                .map(facet -> facet.path("_schemaURL").stringValue("").replaceFirst(".*/", ""))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<JsonNode> facets(JsonNode event) {
        return event.findParents("_schemaURL");
    }

    private static List<String> faults(JsonNode address, JsonNode node) {
        String url = address.stringValue("");
        if (!TEXTS.containsKey(url.replaceFirst("#.*", ""))) {
            return List.of("\"" + url + "\" is no schema in src/test/resources/openlineage");
        }
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(url));
        return schema.validate(node).stream().map(Error::toString).toList();
    }

    private static Map<String, String> texts() {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(OpenLineageSchemas.class.getResource("/openlineage"))
                        .toURI()))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(OpenLineageSchemas::text)
                    .collect(Collectors.toMap(OpenLineageSchemas::id, text -> text));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(String schema) {
        return JsonMapper.shared().readTree(schema).path("$id").stringValue();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
