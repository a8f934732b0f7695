package io.shelftally.proof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.shelftally.proof.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleDataIT {

    private static final Path FOLDER = Path.of("sample-data");

    private final World world = WorldSource.folder(FOLDER.resolve("world")).load();

    @Test
    void everyGoodRowOfTheListsIsKnownToItsVendorAndNothingElseIs() throws IOException {
        Set<String> captures = goodIds("captures.csv", "capture_id");
        Set<String> scans = goodIds("scans.csv", "scan_id");

        assertThat(captures)
                .allMatch(id -> world.capture(id).isPresent())
                .hasSize(worldIds("captures.json", "captures"));
        assertThat(scans)
                .allMatch(id -> world.scan(Long.parseLong(id)).isPresent())
                .hasSize(worldIds("scans.json", "scans"));
    }

    @Test
    void fewerThanAFifthOfTheRowsOfEachListAreBad() throws IOException {
        for (String file : List.of("captures.csv", "scans.csv")) {
            long all = Files.readString(FOLDER.resolve(file)).lines().count();

            assertThat(rows(file, "Bad:").count()).as(file).isBetween(1L, all / 6);
        }
    }

    @Test
    void theSandboxServesTheDemo() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(WorldSource.folder(FOLDER.resolve("world"))))) {
            Client client = new Client(sandbox.baseUri());

            assertThat(client.read("sidKfGZxFsgTJk58WrQXDD").body()).contains("dt Coke 20OZA PL BT");
            assertThat(client.statuses(1234, 40101).body())
                    .startsWith("{\"data\": [{\"id\": 1234, \"scan_area_id\": 5432 \"");
            assertThat(client.statuses(1234, 40101).body()).contains("\"guid\":\"abc123-def456\"", "990017");
            assertThat(client.report(1234).body()).contains("\"upc\":1234567890123}", "\"upc\":\"2345678901234\"");
        }
    }

    private static Set<String> goodIds(String file, String column) throws IOException {
        return rows(file, "")
                .filter(row -> row.findField("note")
                        .filter(note -> !note.startsWith("Bad:"))
                        .isPresent())
                .map(row -> row.getField(column).replaceFirst("^0+", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<NamedCsvRecord> rows(String file, String noteBegins) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.SKIP)
                .missingFieldStrategy(FieldMismatchStrategy.SKIP)
                .ofNamedCsvRecord(FOLDER.resolve(file))) {
            return reader.stream()
                    .filter(row -> row.findField("note").orElse("").startsWith(noteBegins))
                    .toList()
                    .stream();
        }
    }

    private static int worldIds(String file, String field) {
        JsonNode json = new JsonMapper().readTree(FOLDER.resolve("world").resolve(file));
        return (int) StreamSupport.stream(json.path(field).spliterator(), false).count();
    }
}
