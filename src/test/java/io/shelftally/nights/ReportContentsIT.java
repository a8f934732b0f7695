package io.shelftally.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.proof.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the reports, and what is made of it, in one night. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportContentsIT {

    /** Both are right as they are; the third differs from the second in its check digit alone. */
    private static final String A = "00013562302284";

    private static final String B = "00014100095071";
    private static final String B_MISPRINTED = "00014100095070";
    private static final String C = "00016000159402";

    private Published night = new Published(Path.of("unpublished"));

    @BeforeAll
    void runTheNight(@TempDir Path home) {
        WorldText world = new WorldText();
        verdicts(world);
        texts(world);
        times(world);
        try (Sandbox sandbox = world.start()) {
            Desk desk = new Desk(home)
                    .facing(sandbox)
                    .scans(
                            "scan_id,store_id,section",
                            "1,S1,dairy",
                            "2,,",
                            "3,,",
                            "4,,",
                            "5,,",
                            "6,,",
                            "7,,",
                            "8,,",
                            "9,,")
                    .captures(
                            "capture_id,scan_id,store_id",
                            Ids.id("a1") + ",1,",
                            Ids.id("b1") + ",1,other",
                            Ids.id("c1") + ",1,",
                            Ids.id("a2") + ",2,",
                            Ids.id("a3") + ",3,",
                            Ids.id("a4") + ",4,",
                            Ids.id("misprint") + ",5,",
                            Ids.id("oddTimes") + ",7,",
                            Ids.id("formula") + ",8,");

            assertThat(desk.night("2026-11-02", "--wait", "60s").code()).isZero();

            night = desk.published("2026-11-02");
        }
    }

    private static void verdicts(WorldText world) {
        world.scan(
                        1,
                        "'report': {'ITEMS_SEEN': [" + list(A, "00018000107636", "00028400096324", C) + "],"
                                + "'OOS': [" + list("00036632010407", C, "00028400096324") + "]}")
                .scan(2, "'report': {'ITEMS_SEEN': [], 'OOS': []}")
                .scan(3, "'report': {'OOS': [" + list(B) + "]}")
                .scan(4, "'report': {'ITEMS_SEEN': [" + list(A) + "], 'OOS': {'report': {}}}")
                .scan(5, "'report': {'ITEMS_SEEN': [" + list(B) + "], 'NO_OOS': true}")
                .capture(Ids.id("a1"), code(A))
                .capture(Ids.id("b1"), code(B))
                .capture(Ids.id("c1"), code(C))
                .capture(Ids.id("a2"), code(A))
                .capture(Ids.id("a3"), code(A))
                .capture(Ids.id("a4"), code(A))
                .capture(Ids.id("misprint"), "'object': {'gtin': '" + B_MISPRINTED + "', 'raw_value': ''}");
    }

    private static void texts(WorldText world) {
        world.scan(6, """
                'project': {'project_name': 'Spring', 'project_id': 900719925474099312345},
                'report': {'ITEM_SEEN': [
                    {'upc': 13562302284, 'product': 'Number', 'brand_id': 7, 'facings': 3, 'expected_facings': null},
                    {'like': '00014100095071', 'product': '', 'brand': null, 'facings': '2'},
                    {'product_id': 'no upc'}, {'upc': 'abc', 'product_id': 12}, null, 5, {'upc': ''},
                    {'upc': '013562302284', 'product': 'the same again'}, {'upc': '00013562302284'}],
                  'OOS': [{'like': '00014100095071', 'product': 'Of OOS', 'facings': 0}, {'upc': null}]}""")
                .scan(8, """
                'report': {'ITEMS_SEEN': [
                    {'upc': '00013562302284', 'product': '=1+1', 'brand': '-5', 'category': '  @x', 'manufacturer': 'a,\\"b\\"'},
                    {'upc': '00014100095071', 'product': 'nul\\u0000'}]}""")
                .scan(9, """
                'reportSteps': [{'text': '{\\'data\\': {\\'OOS\\': {\\'report\\': {\\'product_list\\': [
                    {\\'upc\\': 13562302284, \\'brand\\': \\'half \\\\ud800\\'}]}}}}'}]""".replace("\n", ""))
                .capture(Ids.id("formula"), code(A), "'object': {'product_name': '+cmd|x', 'error_message': '-1'}");
    }

    private static void times(WorldText world) {
        world.scan(7, """
                        'item': {'scan_timestamp': '2026-11-21 15:58:31.204000+0200', 'created': 'yesterday'},
                        'report': {'ITEMS_SEEN': []}""")
                .capture(
                        Ids.id("oddTimes"),
                        code(A),
                        "'object': {'created': '2026-11-21T16:20:05', 'processed_at': '2026-13-40T00:00:00Z'}");
    }

    @Test
    void theVerdictFollowsFromWhatIsKnown() {
        assertThat(verdict("1 " + A)).isEqualTo("CONFIRMED");
        assertThat(verdict("1 " + B)).isEqualTo("CAPTURED_NOT_SEEN");
        assertThat(verdict("1 " + C)).isEqualTo("OOS_DISPUTED");
        assertThat(verdict("1 00018000107636")).isEqualTo("SEEN_NOT_CAPTURED");
        assertThat(verdict("1 00028400096324")).isEqualTo("REPORT_CONFLICT");
        assertThat(verdict("1 00036632010407")).isEqualTo("OOS_REPORTED");
        assertThat(verdict("2 " + A)).isEqualTo("CAPTURED_NOT_SEEN");
        assertThat(verdict("3 " + A)).isEqualTo("NOT_COMPARABLE");
        assertThat(verdict("3 " + B)).isEqualTo("OOS_REPORTED");
        assertThat(verdict("4 " + A)).isEqualTo("CONFIRMED");
    }

    @Test
    void anUnknownReportLeavesItsCellsEmpty() {
        assertThat(night.items().get("3 " + A))
                .containsEntry("seen", "")
                .containsEntry("out_of_stock", "false")
                .containsEntry("reason", "captured=yes seen=unknown oos=no");
        assertThat(night.items().get("4 " + A)).containsEntry("out_of_stock", "");
        assertThat(night.scans().get("3")).containsEntry("seen_count", "").containsEntry("oos_count", "1");
        assertThat(night.scans().get("4")).containsEntry("seen_count", "1").containsEntry("oos_count", "");
        assertThat(night.scans().get("5")).containsEntry("oos_count", "0");
    }

    @Test
    void aScanCountsItsRows() {
        assertThat(night.scans().get("1"))
                .containsEntry("seen_count", "4")
                .containsEntry("oos_count", "3")
                .containsEntry("captured_count", "3")
                .containsEntry("confirmed_count", "1")
                .containsEntry("break_count", "3")
                .containsEntry("project_name", "Shelf audit");
    }

    @Test
    void breaksOfTonightAreOpen() {
        assertThat(night.breaks())
                .containsOnlyKeys(
                        "S1/dairy " + B,
                        "S1/dairy " + C,
                        "S1/dairy 00028400096324",
                        "area:5002 " + A,
                        "area:5006 " + B,
                        "area:5007 " + A);
        assertThat(night.breaks().get("S1/dairy " + B))
                .containsEntry("opened_on", "2026-11-02")
                .containsEntry("last_seen_on", "2026-11-02")
                .containsEntry("closed_on", "")
                .containsEntry("nights", "1")
                .containsEntry("first_verdict", "CAPTURED_NOT_SEEN")
                .containsEntry("latest_verdict", "CAPTURED_NOT_SEEN")
                .containsEntry("previous_opened_on", "");
    }

    @Test
    void aCodeWithAWrongCheckDigitMatchesTheRightOne() {
        assertThat(night.items().get("5 " + B))
                .containsEntry("verdict", "CONFIRMED")
                .containsEntry("match_method", "CHECK_DIGIT")
                .containsEntry("identifier_flags", "BAD_CHECK_DIGIT");
        assertThat(night.captures().get(Ids.id("misprint")))
                .containsEntry("gtin", B_MISPRINTED)
                .containsEntry("match_method", "CHECK_DIGIT");
    }

    @Test
    void theFirstLineOfAProductSpeaksForIt() {
        assertThat(night.items().get("6 " + A))
                .containsEntry("product_name", "Number")
                .containsEntry("upc", "13562302284")
                .containsEntry("brand_id", "7")
                .containsEntry("facings", "3")
                .containsEntry("expected_facings", "")
                .containsEntry("duplicate_count", "2")
                .containsEntry("identifier_flags", "ZEROS_RESTORED");
        assertThat(night.items().get("6 " + B))
                .containsEntry("product_name", "Of OOS")
                .containsEntry("brand", "PEPPERIDGE FARM")
                .containsEntry("duplicate_count", "0");
        assertThat(night.scans().get("6"))
                .containsEntry("project_name", "Spring")
                .containsEntry("project_id", "900719925474099312345");
    }

    @Test
    void productsWithoutAnIdentifierAreSetAsideWhereTheyStand() {
        assertThat(night.quarantine())
                .containsOnlyKeys(
                        "pensa:6 /data/ITEM_SEEN/report/product_list/2",
                        "pensa:6 /data/ITEM_SEEN/report/product_list/3",
                        "pensa:6 /data/ITEM_SEEN/report/product_list/4",
                        "pensa:6 /data/ITEM_SEEN/report/product_list/5",
                        "pensa:6 /data/ITEM_SEEN/report/product_list/6",
                        "pensa:6 /data/OOS/report/product_list/1");
        assertThat(night.quarantine().get("pensa:6 /data/ITEM_SEEN/report/product_list/3"))
                .containsEntry("column", "upc")
                .containsEntry("subject_id", "12")
                .containsEntry("code", "PRODUCT_WITHOUT_IDENTIFIER");
    }

    @Test
    void textThatASpreadsheetWouldRunIsMadeHarmless() {
        assertThat(night.items().get("8 " + A))
                .containsEntry("product_name", "'=1+1")
                .containsEntry("brand", "-5")
                .containsEntry("category", "'  @x")
                .containsEntry("manufacturer", "a,\"b\"")
                .containsEntry("closient_product_name", "'+cmd|x");
        assertThat(night.items().get("8 " + B)).containsEntry("product_name", "nul\uFFFD");
        assertThat(night.items().get("9 " + A)).containsEntry("brand", "half \uFFFD");
    }

    @Test
    void aTimeThatCannotBeReadIsAnEmptyCell() {
        assertThat(night.scans().get("7"))
                .containsEntry("scan_timestamp", "2026-11-21T13:58:31.204Z")
                .containsEntry("created", "");
        assertThat(night.captures().get(Ids.id("oddTimes")))
                .containsEntry("created", "2026-11-21T16:20:05Z")
                .containsEntry("processed_at", "");
    }

    @Test
    void aCaptureHasItsOwnStoreElseItsScans() {
        assertThat(night.captures().get(Ids.id("a1"))).containsEntry("store_id", "S1");
        assertThat(night.captures().get(Ids.id("b1"))).containsEntry("store_id", "other");
        assertThat(night.captures().get(Ids.id("a2"))).containsEntry("store_id", "");
    }

    private String verdict(String key) {
        return night.items().getOrDefault(key, Map.of()).getOrDefault("verdict", "no row");
    }

    private static String code(String code) {
        return "'code': '" + code + "'";
    }

    private static String list(String... codes) {
        return "'" + String.join("', '", codes) + "'";
    }
}
