package io.shelftally.publication.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shelftally.base.digest.Sha256;
import io.shelftally.publication.export.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A published descriptor as far as it speaks of the CSV files, which alone say whether a night came out as it was. */
final class TableDescriptor {

    private TableDescriptor() {}

    /** The hash that the descriptor would have without its other resources, 64 hex digits; throws a JacksonException if it is no JSON. */
    static String sha256(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        JsonNode descriptor = JsonMapper.shared().readTree(bytes);
        if (!(descriptor instanceof ObjectNode fields)
                || descriptor.path("resources").valueStream().noneMatch(TableDescriptor::isOther)) {
            return Sha256.hex(bytes);
        }
        List<JsonNode> tables = descriptor
                .path("resources")
                .valueStream()
                .filter(resource -> !isOther(resource))
                .toList();
        fields.putArray("resources").addAll(tables);
        return Sha256.hex(Json.text(fields).getBytes(UTF_8));
    }

    private static boolean isOther(JsonNode resource) {
        return resource.path("schema").isMissingNode();
    }
}
