package io.shelftally.proof.sandbox.seeded;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.proof.sandbox.world.CaptureScript;
import io.shelftally.proof.sandbox.world.Catalogue;
import io.shelftally.proof.sandbox.world.Json;
import io.shelftally.proof.sandbox.world.ScanScript;
import io.shelftally.proof.sandbox.world.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SeededWorldTests {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @TempDir
    private Path folder;

    @Test
    void theSameSeedIsTheSameWorldInAnyOrderOfAsking() throws IOException {
        SeededWorld one = world(options(5));
        SeededWorld other = world(options(5));
        List<String> captures = captureIds(one);
        List<String> answers = captures.stream().map(id -> told(one, id)).toList();

        List<String> backwards = new ArrayList<>(captures);
        Collections.reverse(backwards);
        List<String> again =
                new ArrayList<>(backwards.stream().map(id -> told(other, id)).toList());
        Collections.reverse(again);

        assertThat(again).isEqualTo(answers);
    }

    @Test
    void anotherSeedIsAnotherWorld() throws IOException {
        assertThat(captureIds(world(options(5)))).doesNotContainAnyElementsOf(captureIds(world(options(6))));
        assertThat(report(world(options(5)), 1_000_001)).isNotEqualTo(report(world(options(6)), 1_000_001));
    }

    @Test
    void anAccountOfAnotherKindDeliversItsOwnReportsWhateverIsAskedFor() {
        SeededWorld world = world(new SeededOptions(5, 10, 5, 30, 0, List.of("FULL_FACINGS", "FACINGS_SEEN")));

        JsonNode data = report(world, 1_000_001);

        assertThat(data.propertyNames()).containsExactlyInAnyOrder("FACINGS_SEEN", "FULL_FACINGS");
        assertThat(data.at("/FULL_FACINGS/report/product_list")).hasSize(30);
        assertThatThrownBy(() -> new SeededOptions(5, 10, 5, 30, 0, List.of("NEW_PRODUCTS")))
                .hasMessageContaining("FACINGS_SEEN, FULL_FACINGS, ITEMS_SEEN, OOS");
    }

    @Test
    void theWorkListsNameTheWorldsCapturesAndScans() throws IOException {
        SeededWorld world = world(new SeededOptions(5, 100, 20, 30, 0));

        assertThat(captureIds(world))
                .hasSize(100)
                .allMatch(id -> world.capture(id).isPresent());
        assertThat(lines("scans.csv")).hasSize(21).startsWith("scan_id,store_id,section", "1000001,1001,Soda");
        assertThat(lines("scans.csv").stream().skip(1).map(line -> Long.parseLong(line.split(",", -1)[0])))
                .allMatch(id -> world.scan(id).isPresent());
    }

    @Test
    void capturesAreLinkedByTheListByIdByGuidOrNotAtAll() throws IOException {
        SeededWorld world = world(new SeededOptions(5, 1_000, 100, 30, 0));
        Set<String> links = new HashSet<>();

        world.writeLists(folder);
        for (String line : lines("captures.csv").stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            JsonNode metadata = world.capture(cells[0]).orElseThrow().object().path("metadata");
            links.add((cells[1].isEmpty() ? "" : "list") + metadata.propertyNames());
        }

        assertThat(links).containsExactlyInAnyOrder("list[app_version]", "[scan_id]", "[scan_guid]", "[app_version]");
    }

    @Test
    void capturesHaveMostlyTheProductsOfTheirScan() throws IOException {
        SeededWorld world = world(new SeededOptions(5, 300, 30, 40, 0));
        world.writeLists(folder);

        long ofTheScan = lines("captures.csv").stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[1].isEmpty())
                .filter(cells -> names(report(world, Long.parseLong(cells[1])))
                        .contains(world.capture(cells[0])
                                .orElseThrow()
                                .object()
                                .path("product_name")
                                .asString()))
                .count();
        long linked = lines("captures.csv").stream()
                .skip(1)
                .filter(line -> line.contains(",1000"))
                .count();

        assertThat(ofTheScan).isBetween(linked * 8 / 10, linked - 1);
    }

    @Test
    void withoutTroubleEverythingIsSettledAtOnce() throws IOException {
        SeededWorld world = world(new SeededOptions(5, 200, 50, 10, 0));

        assertThat(captureIds(world)).allSatisfy(id -> {
            CaptureScript capture = world.capture(id).orElseThrow();
            assertThat(capture.state(0, 0).path("status").asString()).isEqualTo("COMPLETED");
            assertThat(capture.readSteps()).isEmpty();
        });
        for (long id = 1_000_001; id <= 1_000_050; id++) {
            ScanScript scan = world.scan(id).orElseThrow();
            assertThat(scan.state(0).orElseThrow().path("status").asString()).isEqualTo("COMPLETE");
            assertThat(scan.reportSteps()).isEmpty();
        }
    }

    @Test
    void withTroubleEveryStateOccurs() throws IOException {
        SeededWorld world = world(new SeededOptions(5, 400, 200, 10, 100));

        Set<String> first = captureIds(world).stream()
                .map(id -> world.capture(id)
                        .map(capture -> capture.state(0, 0).path("status").asString())
                        .orElse("unknown"))
                .collect(toCollection(TreeSet::new));

        assertThat(first).containsExactly("ENRICHING", "FAILED", "NOT_FOUND", "PENDING", "unknown");
    }

    @Test
    void aReportHoldsTheProductsThatWereOrderedAndOnlyTheTypesThatWereAsked() {
        SeededWorld world = world(new SeededOptions(5, 0, 10, 100, 0));
        JsonNode report = report(world, 1_000_003);

        assertThat(names(report)).hasSizeGreaterThan(90);
        assertThat(report.path("ITEMS_SEEN").path("scan_id").asLong()).isEqualTo(1_000_003);
        assertThat(report(world, 1_000_003, List.of("OOS")).propertyNames()).containsExactly("OOS");
        assertThat(report(world, 1_000_003, List.of("ITEM_SEEN")).propertyNames())
                .containsExactly("ITEMS_SEEN");
    }

    @Test
    void anEmptyWorldIsAWorld() throws IOException {
        SeededWorld world = world(new SeededOptions(5, 10, 0, 0, 50));

        assertThat(captureIds(world)).hasSize(10);
        assertThat(world.scan(1_000_001)).isEmpty();
        assertThatThrownBy(() -> new SeededOptions(5, -1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeededOptions(5, 0, 0, 0, 101)).hasMessageContaining("101");
    }

    private static SeededOptions options(long seed) {
        return new SeededOptions(seed, 200, 20, 30, 40);
    }

    private static SeededWorld world(SeededOptions options) {
        return new SeededWorld(options, CATALOGUE);
    }

    private List<String> captureIds(SeededWorld world) throws IOException {
        world.writeLists(folder);
        return lines("captures.csv").stream()
                .skip(1)
                .map(line -> line.split(",", -1)[0])
                .toList();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    private static String told(SeededWorld world, String id) {
        return world.capture(id).toString();
    }

    private static JsonNode report(SeededWorld world, long id) {
        return report(world, id, List.of("ITEMS_SEEN", "OOS"));
    }

    private static JsonNode report(SeededWorld world, long id, List<String> types) {
        Utf8 out = new Utf8();
        world.scan(id).orElseThrow().report().orElseThrow().write(types, out);
        return Json.MAPPER.readTree(out.toString());
    }

    private static Set<String> names(JsonNode report) {
        return StreamSupport.stream(report.spliterator(), false)
                .flatMap(type -> StreamSupport.stream(
                        type.path("report").path("product_list").spliterator(), false))
                .map(product -> product.path("product").asString())
                .collect(toCollection(TreeSet::new));
    }
}
