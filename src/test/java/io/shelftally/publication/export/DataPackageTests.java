package io.shelftally.publication.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.base.digest.Sha256;
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
    void aTwinIsAResourceThatIsNoTable() {
        TwinResource twin = new TwinResource("scans.parquet", 4, "5a".repeat(32));

        JsonNode resource = read(new DataPackage(List.of(), List.of(), List.of(twin)).json(DATE, true))
                .at("/resources/0");

        assertThat(resource.path("name").asString()).isEqualTo("scans_parquet");
        assertThat(resource.path("path").asString()).isEqualTo("scans.parquet");
        assertThat(resource.path("format").asString()).isEqualTo("parquet");
        assertThat(resource.path("mediatype").asString()).isEqualTo("application/vnd.apache.parquet");
        assertThat(resource.path("bytes").asLong()).isEqualTo(4);
        assertThat(resource.path("hash").asString()).isEqualTo("sha256:" + "5a".repeat(32));
        assertThat(resource.has("type") || resource.has("schema") || resource.has("dialect"))
                .isFalse();
    }

    @Test
    void theLineEndIsTheOneThatReadersAssume() {
        assertThat(descriptor().json(DATE, true)).doesNotContain("lineTerminator");
    }

    @Test
    void aTimeIsOfAnyFormatBecauseSomeReadersTakeNoFractionByDefault() {
        assertThat(read(descriptor().json(DATE, true))
                        .at("/resources/1/schema/fields")
                        .valueStream()
                        .filter(field -> field.path("type").asString().equals("datetime")))
                .isNotEmpty()
                .allMatch(field -> field.path("format").asString().equals("any"));
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
