package io.shelftally.publication.verification;

import io.shelftally.publication.verification.Finding.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON documents of an export; one that cannot be read is a finding. */
final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Documents() {}

    static Optional<JsonNode> read(Path directory, String name, Part part, Findings findings) {
        try {
            return Optional.of(MAPPER.readTree(Files.readAllBytes(directory.resolve(name))));
        } catch (JacksonException e) {
            findings.damaged(part, name, "this is no JSON document: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            findings.damaged(part, name, "it cannot be read");
        }
        return Optional.empty();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
