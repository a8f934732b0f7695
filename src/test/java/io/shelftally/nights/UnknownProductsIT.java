package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import io.shelftally.publication.twins.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A night with captures that Closient does not know, of every kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownProductsIT {

    private static final String DATE = "2026-11-22";
    private static final String COLA = "00013562302284";

    /** By name, each NOT_FOUND. */
    private static final Map<String, String> CODES = new TreeMap<>(Map.of(
            "coupon", "0512345000107",
            "restricted", "2100001027506",
            "weighed", "90012345678908",
            "carton", "10013562302281",
            "badCheck", "0014100095072",
            "upcE", "04120229",
            "plain", "0014100095071"));

    private Desk desk;
    private Map<String, Map<String, String>> products = Map.of();

    @BeforeAll
    void runTheNight(@TempDir Path home) {
        desk = new Desk(home).set("shelftally.zone", "America/New_York");
        List<String> lines = new ArrayList<>(List.of(
                "capture_id,scan_id,store_id",
                Ids.id("first") + ",1,S1",
                Ids.id("second") + ",2,S2",
                Ids.id("third") + ",1,S1",
                Ids.id("known") + ",1,S3",
                Ids.id("nothing") + ",1,S1"));
        CODES.keySet().forEach(name -> lines.add(Ids.id(name) + ",,"));
        desk.captures(lines.toArray(String[]::new))
                .scans("scan_id,store_id,section", "1,S1,soda", "2,S2,soda", "3,S3,soda");
        try (Sandbox sandbox = world().start()) {
            assertThat(desk.facing(sandbox).night(DATE, "--wait", "2s").code()).isZero();
        }
        products = desk.published(DATE).unknownProducts();
    }

    private static WorldText world() {
        WorldText world = new WorldText()
                .scan(1, report("'product': '=Cola', 'brand': '', 'manufacturer': null, 'category': null"))
                .scan(2, report("'product': 'Cola', 'brand': 'PepsiCo', 'manufacturer': null, 'category': null"))
                .scan(3, report("'product': 'Pop', 'brand': 'Pepsi', 'manufacturer': 'P', 'category': 'Soda'"))
                .capture(Ids.id("first"), cola("2026-11-22T05:00:00Z"), notFound())
                .capture(Ids.id("second"), cola("2026-11-22T04:59:59Z"), notFound())
                .capture(Ids.id("third"), cola(""), notFound())
                .capture(Ids.id("known"), cola("2026-11-01T00:00:00Z"))
                .capture(Ids.id("nothing"), "'object': {'gtin': '', 'raw_value': 'hello'}", notFound());
        CODES.forEach((name, code) ->
                world.capture(Ids.id(name), "'object': {'gtin': '', 'raw_value': '" + code + "'}", notFound()));
        return world;
    }

    private static String report(String words) {
        return "'report': {'ITEMS_SEEN': [{'upc': '" + COLA + "', " + words + "}], 'OOS': []}";
    }

    private static String cola(String created) {
        return "'object': {'gtin': '" + COLA + "', 'raw_value': '" + COLA + "', 'created': '" + created + "'}";
    }

    private static String notFound() {
        return "'progression': ['NOT_FOUND']";
    }

    @Test
    void aProductThatReportsNameIsCountedDatedAndNamed() {
        assertThat(products.get(COLA))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("gtin", COLA),
                        Map.entry("other_reading", ""),
                        Map.entry("product_name", "'=Cola"),
                        Map.entry("brand", "PepsiCo"),
                        Map.entry("manufacturer", "P"),
                        Map.entry("category", "Soda"),
                        Map.entry("captures", "3"),
                        Map.entry("stores", "2"),
                        Map.entry("first_date", "2026-11-21"),
                        Map.entry("last_date", "2026-11-22"),
                        Map.entry("reason", "")));
    }

    @Test
    void eachCodeTellsWhyItMayBeUnknown() {
        assertThat(products.values().stream()
                        .collect(Collectors.toMap(row -> row.get("gtin"), row -> row.get("reason"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        COLA,
                        "",
                        "00512345000107",
                        "COUPON",
                        "02100001027506",
                        "RESTRICTED",
                        "90012345678908",
                        "VARIABLE_MEASURE",
                        "10013562302281",
                        "CASE_LEVEL",
                        "00014100095072",
                        "BAD_CHECK_DIGIT",
                        "00041200002029",
                        "UPC_E",
                        "00014100095071",
                        ""));
    }

    @Test
    void theViewShowsTheRowsWithTheirTextAsItCame() {
        List<Map<String, Object>> rows =
                desk.database().queryForList("SELECT * FROM unknown_product WHERE business_date = DATE '" + DATE + "'");

        assertThat(rows).hasSameSizeAs(products.keySet());
        assertThat(rows)
                .filteredOn(row -> COLA.equals(row.get("gtin")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("product_name", "=Cola")
                        .containsEntry("captures", 3)
                        .containsEntry("reason", null));
    }

    @Test
    void theLoadScriptBesideTheFilesReadsThemAll() throws Exception {
        Path folder = desk.out().resolve(DATE).toRealPath();

        assertThat(DuckDb.rows("SET file_search_path = '" + folder + "';\n"
                        + Files.readString(folder.resolve("load.sql"))
                        + "SELECT (FROM unknown_products SELECT sum(captures)), (FROM captures SELECT count(gtin)),"
                        + " (FROM scans SELECT sum(seen_count)), (FROM reconciled_items SELECT count(*)),"
                        + " (FROM breaks SELECT sum(nights)), (FROM quarantine SELECT count(*))"))
                .containsExactly("10 11 3 3 null 0");
    }

    @Test
    void theFileIsVerifiedWithTheOthers() {
        assertThat(desk.run("verify", desk.out().resolve(DATE).toString()).out())
                .contains("is sound: version 1 of " + DATE + ", 10 files");
    }

    @Test
    void aReplayMakesTheSameBytes() {
        assertThat(desk.run("replay", "--date", DATE).out())
                .containsPattern("unknown_products.csv +8 +[0-9]+ +[0-9a-f]{12} +same")
                .contains("the same bytes as published");
    }

    @Test
    void aReplayByAnotherZoneOfTheBusinessDatesMovesTheDates(@TempDir Path home) throws IOException {
        Path rules = Files.writeString(home.resolve("rules"), "shelftally.zone = UTC\n");
        Path out = home.resolve("out");

        assertThat(desk.run("replay", "--date", DATE, "--settings", rules.toString(), "--out", out.toString())
                        .code())
                .isZero();

        assertThat(new Published(out).unknownProducts().get(COLA)).containsEntry("first_date", "2026-11-22");
    }
}
