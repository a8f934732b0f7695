package io.shelftally.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataPackageTests {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 21);

    @TempDir
    Path directory;

    @Test
    void theDescriptorIsTheExpectedOne() throws IOException {
        String json = descriptor().json(DATE, true);

        assertThat(json).isEqualTo(expected());
    }

    @Test
    void aResourceGivesTheBytesAndTheHashOfItsFile() throws IOException {
        JsonNode resources = read(descriptor().json(DATE, true)).get("resources");

        for (JsonNode resource : resources) {
            Path file = directory.resolve(resource.get("path").asString());
            assertThat(resource.get("bytes").asLong()).isEqualTo(Files.size(file));
            assertThat(resource.get("hash").asString()).isEqualTo("sha256:" + Sha256.ofFile(file));
        }
        assertThat(resources).hasSize(2);
    }

    @Test
    void theFieldsAreTheColumnsOfTheFile() throws IOException {
        for (JsonNode resource : read(descriptor().json(DATE, true)).get("resources")) {
            List<String> names = resource.get("schema")
                    .get("fields")
                    .valueStream()
                    .map(field -> field.get("name").asString())
                    .toList();

            assertThat(Files.readAllLines(directory.resolve(resource.get("path").asString())))
                    .first()
                    .isEqualTo(String.join(",", names));
        }
    }

    @Test
    void theDescriptorSaysWhetherFormulasWereMadeHarmless() {
        assertThat(read(descriptor().json(DATE, false)).get("spreadsheetSafe").asBoolean())
                .isFalse();
        assertThat(read(descriptor().json(DATE, true)).get("spreadsheetSafe").asBoolean())
                .isTrue();
    }

    @Test
    void aForeignKeyToNoColumnIsRefused() {
        ForeignKey wrong = new ForeignKey("scans", "scan_id", "stores", "store_id");

        assertThatThrownBy(() -> new DataPackage(List.of(), List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scans.scan_id");
    }

    private DataPackage descriptor() {
        CsvSink<Samples.Child> items = new CsvSink<>(Samples.CHILDREN, directory, true);
        CsvSink<Samples.Parent> scans = new CsvSink<>(Samples.PARENTS, directory, true);
        try (items;
                scans) {
            scans.write(new Samples.Parent(7, "REPORTED", true, DATE, null));
            items.write(new Samples.Child(7, "00012000004568", "Milk, whole"));
        }
        return new DataPackage(List.of(items.file(), scans.file()), List.of(Samples.CHILD_TO_PARENT));
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String expected() throws IOException {
        try (InputStream text = DataPackageTests.class.getResourceAsStream("datapackage.json")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
