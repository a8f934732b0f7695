package io.shelftally.proof.sandbox.world;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's one way of reading and writing JSON; reading refuses unknown and repeated fields. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The fields of {@code base}, then those of {@code changes} over them; neither is changed. */
    public static ObjectNode merged(ObjectNode base, ObjectNode changes) {
        ObjectNode result = object();
        result.setAll(base);
        result.setAll(changes);
        return result;
    }

    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }
}
