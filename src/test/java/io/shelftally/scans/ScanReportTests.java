package io.shelftally.scans;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.reconciliation.ReportProduct;
import io.shelftally.scans.ProductLines.Unidentified;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReportTests {

    private static final long SCAN = 1234;
    private static final String COLA = "{\"product\":\"Cola\",\"upc\":\"049000006346\"}";
    private static final String BEANS = "{\"product\":\"Beans\",\"upc\":\"4006381333931\"}";

    @Test
    void bothReportsAreRead() {
        String data = "\"ITEMS_SEEN\":" + list(COLA) + ",\"OOS\":" + list(BEANS);

        ScanReport report = report(data);

        assertThat(gtins(report.itemsSeen())).containsExactly("00049000006346");
        assertThat(gtins(report.outOfStock())).containsExactly("04006381333931");
        assertThat(isKnown(data)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"OOS\":null",
                "\"OOS\":{}",
                "\"OOS\":{\"report\":null}",
                "\"OOS\":{\"report\":{}}",
                "\"OOS\":{\"report\":{\"product_list\":null}}",
                "\"OOS\":{\"report\":{\"product_list\":{}}}",
                "\"OOS\":{\"report\":{\"product_list\":\"none\"}}",
                "\"OOS\":[]",
                "\"OOS\":\"none\"",
                "\"SCAN_FAILED\":{\"report\":{\"product_list\":[]}}",
                "\"FACINGS_SEEN\":{\"report\":{\"product_list\":[]}}"
            })
    void whatIsNoExplicitListSaysNothing(String data) {
        ScanReport report = report(data);

        assertThat(report.outOfStock()).isEmpty();
        assertThat(report.itemsSeen()).isEmpty();
        assertThat(isKnown(data)).isFalse();
    }

    @Test
    void anExplicitEmptyListIsKnown() {
        ScanReport report = report("\"OOS\":" + list() + ",\"ITEMS_SEEN\":" + list());

        assertThat(gtins(report.outOfStock())).isEmpty();
        assertThat(report.outOfStock()).isPresent();
        assertThat(report.itemsSeen()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{}", "true", "[]", "{\"report\":{\"product_list\":[{\"upc\":\"4006381333931\"}]}}"})
    void theKeyNoOosWithAnyValueSaysNothingIsOutOfStock(String value) {
        ScanReport report = report("\"NO_OOS\":" + value);

        assertThat(gtins(report.outOfStock())).isEmpty();
        assertThat(report.outOfStock()).isPresent();
        assertThat(isKnown("\"NO_OOS\":" + value)).isTrue();
    }

    @Test
    void anOosListBesideNoOosWins() {
        ScanReport report = report("\"NO_OOS\":{},\"OOS\":" + list(BEANS));

        assertThat(gtins(report.outOfStock())).containsExactly("04006381333931");
    }

    @Test
    void anOosKeyWithoutAListBesideNoOosDoesNot() {
        assertThat(report("\"NO_OOS\":{},\"OOS\":null").outOfStock()).isPresent();
    }

    @Test
    void theOtherSpellingIsRead() {
        ScanReport report = report("\"ITEM_SEEN\":" + list(COLA, "{}"));

        assertThat(gtins(report.itemsSeen())).containsExactly("00049000006346");
        assertThat(report.itemsSeen().orElseThrow().unidentified())
                .extracting(Unidentified::pointer)
                .containsExactly("/data/ITEM_SEEN/report/product_list/1");
    }

    @Test
    void ofBothSpellingsItemsSeenSpeaksUnlessItIsNull() {
        String other = ",\"ITEM_SEEN\":" + list(BEANS);

        assertThat(gtins(report("\"ITEMS_SEEN\":" + list(COLA) + other).itemsSeen()))
                .containsExactly("00049000006346");
        assertThat(gtins(report("\"ITEMS_SEEN\":null" + other).itemsSeen())).containsExactly("04006381333931");
        assertThat(report("\"ITEMS_SEEN\":{\"report\":null}" + other).itemsSeen())
                .isEmpty();
    }

    @Test
    void theProjectIsThatOfItemsSeenElseThatOfOos() {
        String oos = "\"OOS\":{\"project_id\":8,\"project_name\":\"Oos\",\"report\":{\"product_list\":[]}}";
        ScanReport both = report(
                "\"ITEMS_SEEN\":{\"project_id\":\"\",\"project_name\":\"Seen\",\"report\":{\"product_list\":[]}},"
                        + oos);

        assertThat(both.projectId()).isEqualTo("8");
        assertThat(both.projectName()).isEqualTo("Seen");
        assertThat(report(oos).projectName()).isEqualTo("Oos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "\"1234\"", "null"})
    void aReportMayNameItsScanOrNone(String scanId) {
        ScanReport report = report("\"OOS\":{\"scan_id\":" + scanId + ",\"report\":{\"product_list\":[]}}");

        assertThat(report.outOfStock()).isPresent();
        assertThat(report.unasked()).isEmpty();
    }

    @Test
    void aReportOfAnotherScanIsRefused() {
        String other = "{\"scan_id\":99,\"project_id\":\"p\",\"report\":{\"product_list\":[" + COLA + "]}}";
        ScanReport report = report("\"ITEMS_SEEN\":" + other + ",\"OOS\":" + list(BEANS));

        assertThat(report.itemsSeen()).isEmpty();
        assertThat(gtins(report.outOfStock())).containsExactly("04006381333931");
        assertThat(report.projectId()).isNull();
        assertThat(report.unasked()).containsExactly(new ScanReport.Unasked("99", other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "not json", "{\"data\":[]}", "{\"data\":\"x\"}"})
    void anAnswerOfAnotherFormIsNone(String body) {
        assertThat(ScanReport.read(body.getBytes(StandardCharsets.UTF_8), SCAN, new NamedProducts()))
                .isEmpty();
    }

    @Test
    void productsKeepTheirOrderAndEveryField() {
        ProductLines lines =
                report("\"ITEMS_SEEN\":" + list("""
                {"brand":"B","brand_id":1,"category":"C","category_id":"2","manufacturer":"M","manufacturer_id":3,
                "product":"P","product_id":4,"upc":49000006346,"facings":3,"expected_facings":5}""", BEANS)).itemsSeen().orElseThrow();

        ReportProduct first = lines.products().get(0);
        assertThat(first.text().brand()).isEqualTo("B");
        assertThat(first.text().brandId()).isEqualTo("1");
        assertThat(first.text().categoryId()).isEqualTo("2");
        assertThat(first.text().manufacturerId()).isEqualTo("3");
        assertThat(first.text().productName()).isEqualTo("P");
        assertThat(first.text().productId()).isEqualTo("4");
        assertThat(first.text().upc()).isEqualTo("49000006346");
        assertThat(first.identifier().gtin().digits()).isEqualTo("00049000006346");
        assertThat(first.facings()).isEqualTo(3);
        assertThat(first.expectedFacings()).isEqualTo(5);
        assertThat(lines.products().get(1).facings()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"3\"", "1.5", "true", "[]", "99999999999999999999"})
    void aFacingThatIsNoWholeNumberIsUnknown(String facings) {
        ProductLines lines = report("\"OOS\":" + list("{\"upc\":\"4006381333931\",\"facings\":" + facings + "}"))
                .outOfStock()
                .orElseThrow();

        assertThat(lines.products().get(0).facings()).isNull();
    }

    @Test
    void aProductWithoutAnIdentifierIsSetAsideWhereItStood() {
        String noCode = "{\"product_id\":77,\"upc\":\"no code\"}";
        ProductLines lines =
                report("\"OOS\":" + list(BEANS, noCode, "{}")).outOfStock().orElseThrow();

        assertThat(lines.products()).hasSize(1);
        assertThat(lines.unidentified())
                .containsExactly(
                        new Unidentified("/data/OOS/report/product_list/1", "no code", "77", noCode),
                        new Unidentified("/data/OOS/report/product_list/2", null, null, "{}"));
    }

    @Test
    void aProductThatIsNoObjectIsSetAsideToo() {
        ProductLines lines = report("\"OOS\":" + list("null", "\"text\"", "[1]", "7"))
                .outOfStock()
                .orElseThrow();

        assertThat(lines.products()).isEmpty();
        assertThat(lines.unidentified()).extracting(Unidentified::raw).containsExactly("null", "\"text\"", "[1]", "7");
    }

    private static ScanReport report(String data) {
        return ScanReport.read(body(data), SCAN, new NamedProducts()).orElseThrow();
    }

    private static boolean isKnown(String data) {
        return ReportAnswer.read(body(data), SCAN).orElseThrow().isKnown();
    }

    private static byte[] body(String data) {
        return ("{\"data\":{" + data + "}}").getBytes(StandardCharsets.UTF_8);
    }

    private static String list(String... products) {
        return "{\"project_report_id\":null,\"report\":{\"product_list\":[" + String.join(",", products) + "]}}";
    }

    private static List<String> gtins(Optional<ProductLines> lines) {
        return lines.map(ProductLines::products).orElse(List.of()).stream()
                .map(product -> product.identifier().gtin().digits())
                .toList();
    }
}
