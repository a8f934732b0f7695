package io.shelftally;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of parts (CycloneDX) that the build lays beside the application. */
class PartsListIT {

    private static final Path APP = Path.of("target", "app");

    private final JsonNode list = JsonMapper.builder().build().readTree(APP.resolve("shelftally.cdx.json"));

    @Test
    void itNamesEveryJarThatIsShippedWithItsHashAndNothingElse() throws IOException {
        TreeSet<String> shipped;
        try (Stream<Path> jars = Files.list(APP.resolve("lib"))) {
            shipped = jars.map(PartsListIT::sha256).collect(toCollection(TreeSet::new));
        }

        TreeSet<String> named = new TreeSet<>();
        list.path("components").forEach(part -> named.add(hash(part)));

        assertThat(named).isEqualTo(shipped);
    }

    @Test
    void nothingInItChangesFromBuildToBuild() {
        assertThat(list.has("serialNumber")).isFalse();
        assertThat(list.path("metadata").has("timestamp")).isFalse();
    }

    private static String hash(JsonNode part) {
        for (JsonNode hash : part.path("hashes")) {
            if (hash.path("alg").stringValue("").equals("SHA-256")) {
                return hash.path("content").stringValue("");
            }
        }
        return "no hash of " + part.path("purl");
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
