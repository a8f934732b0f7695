package io.shelftally;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shipped, and the list of its parts (CycloneDX) that the build lays beside it. */
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

    @Test
    void whatProvesTheJobIsInAJarOfItsOwn() throws IOException {
        Set<String> proof = Set.of("benchmark", "postgresql", "torture");

        assertThat(packagesOfProof(APP.resolve("shelftally.jar")))
                .contains("sandbox")
                .doesNotContainAnyElementsOf(proof);
        assertThat(packagesOfProof(APP.resolveSibling("proof").resolve("shelftally-proof.jar")))
                .isEqualTo(proof);
    }

    private static Set<String> packagesOfProof(Path jar) throws IOException {
        String folder = "io/shelftally/proof/";
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
                    .map(name -> name.substring(folder.length()).split("/", -1))
                    .filter(names -> names.length > 1)
                    .map(names -> names[0])
                    .collect(toCollection(TreeSet::new));
        }
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
