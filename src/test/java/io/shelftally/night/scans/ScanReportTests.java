package io.shelftally.night.scans;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.reconciliation.ReportProduct;
import io.shelftally.matching.reconciliation.ReportType;
import io.shelftally.night.scans.ProductLines.Unidentified;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReportTests {

    private static final long SCAN = 1234;
    private static final String COLA = "{\"product\":\"Cola\",\"upc\":\"049000006346\"}";
    private static final String BEANS = "{\"product\":\"Beans\",\"upc\":\"4006381333931\"}";

    @Test
    void bothReportsAreRead() {
        String data = "\"ITEMS_SEEN\":" + list(COLA) + ",\"OOS\":" + list(BEANS);

        ScanReport report = report(data);

        assertThat(gtins(report.list(ReportType.ITEMS_SEEN))).containsExactly("00049000006346");
        assertThat(gtins(report.list(ReportType.OOS))).containsExactly("04006381333931");
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
                "\"FACINGS_SEEN\":{\"report\":null},\"FULL_FACINGS\":null",
                "\"PRODUCT_POSITIONS\":{\"report\":{\"product_list\":[]}}"
            })
    void whatIsNoExplicitListSaysNothing(String data) {
        ScanReport report = report(data);

        assertThat(report.list(ReportType.OOS)).isEmpty();
        assertThat(report.list(ReportType.ITEMS_SEEN)).isEmpty();
        assertThat(isKnown(data)).isFalse();
    }

    @Test
    void anExplicitEmptyListIsKnown() {
        ScanReport report = report("\"OOS\":" + list() + ",\"ITEMS_SEEN\":" + list());

        assertThat(gtins(report.list(ReportType.OOS))).isEmpty();
        assertThat(report.list(ReportType.OOS)).isPresent();
        assertThat(report.list(ReportType.ITEMS_SEEN)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{}", "true", "[]", "{\"report\":{\"product_list\":[{\"upc\":\"4006381333931\"}]}}"})
    void theKeyNoOosWithAnyValueSaysNothingIsOutOfStock(String value) {
        ScanReport report = report("\"NO_OOS\":" + value);

        assertThat(gtins(report.list(ReportType.OOS))).isEmpty();
        assertThat(report.list(ReportType.OOS)).isPresent();
        assertThat(isKnown("\"NO_OOS\":" + value)).isTrue();
    }

    @Test
    void anOosListBesideNoOosWins() {
        ScanReport report = report("\"NO_OOS\":{},\"OOS\":" + list(BEANS));

        assertThat(gtins(report.list(ReportType.OOS))).containsExactly("04006381333931");
    }

    @Test
    void anOosKeyWithoutAListBesideNoOosDoesNot() {
        assertThat(report("\"NO_OOS\":{},\"OOS\":null").list(ReportType.OOS)).isPresent();
    }

    @Test
    void theOtherSpellingIsRead() {
        ScanReport report = report("\"ITEM_SEEN\":" + list(COLA, "{}"));

        assertThat(gtins(report.list(ReportType.ITEMS_SEEN))).containsExactly("00049000006346");
        assertThat(report.list(ReportType.ITEMS_SEEN).orElseThrow().unidentified())
                .extracting(Unidentified::pointer)
                .containsExactly("/data/ITEM_SEEN/report/product_list/1");
    }

    @Test
    void ofBothSpellingsItemsSeenSpeaksUnlessItIsNull() {
        String other = ",\"ITEM_SEEN\":" + list(BEANS);

        assertThat(gtins(report("\"ITEMS_SEEN\":" + list(COLA) + other).list(ReportType.ITEMS_SEEN)))
                .containsExactly("00049000006346");
        assertThat(gtins(report("\"ITEMS_SEEN\":null" + other).list(ReportType.ITEMS_SEEN)))
                .containsExactly("04006381333931");
        assertThat(report("\"ITEMS_SEEN\":{\"report\":null}" + other).list(ReportType.ITEMS_SEEN))
                .isEmpty();
    }

    @Test
    void listsOfFacingsAreReadThoughNobodyAskedForThem() {
        ScanReport report = report("\"FULL_FACINGS\":" + list("{\"upc\":\"049000006346\",\"facings\":0}", "{}")
                + ",\"FACINGS_SEEN\":" + list(BEANS));

        assertThat(report.lists()).containsOnlyKeys(ReportType.FACINGS_SEEN, ReportType.FULL_FACINGS);
        assertThat(gtins(report.list(ReportType.FACINGS_SEEN))).containsExactly("04006381333931");
        ProductLines full = report.list(ReportType.FULL_FACINGS).orElseThrow();
        assertThat(full.products()).extracting(ReportProduct::facings).containsExactly(0L);
        assertThat(full.unidentified())
                .extracting(Unidentified::pointer)
                .containsExactly("/data/FULL_FACINGS/report/product_list/1");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "0.0, 0", "2.0, 2", "1e1, 10", "2.5,", "'\"3\"',", "null,", "true,", "1e30,"})
    void facingsAreAWholeNumberHoweverItIsWritten(String written, @Nullable Long facings) {
        ScanReport report = report("\"OOS\":" + list("{\"upc\":\"049000006346\",\"facings\":" + written + "}"));

        assertThat(report.list(ReportType.OOS).orElseThrow().products())
                .extracting(ReportProduct::facings)
                .containsExactly(facings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'SCAN_REJECTED':{'project_id':1} | SCAN_REJECTED",
                "'SCAN_SKIPPED':true | SCAN_SKIPPED",
                "'SCAN_FAILED':[],'SCAN_SKIPPED':'too dark' | SCAN_SKIPPED",
                "'SCAN_FAILED':{},'SCAN_REJECTED':{},'ITEMS_SEEN':null | SCAN_REJECTED",
                "'SCAN_REJECTED':null,'SCAN_FAILED':{} | SCAN_FAILED",
                "'SCAN_REJECTED':null | ~~",
                "'SCAN_REJECTED':{'scan_id':99} | ~~",
                "'status':'SCAN_REJECTED' | ~~"
            })
    void aWordInPlaceOfAReportRefusesTheScan(String data, String word) {
        assertThat(ScanReport.refusal(body(data.replace('\'', '"')), SCAN, new KnownLines())
                        .orElse(""))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'PRODUCT_POSITIONS':{},'NEW_PRODUCTS':[] | NEW_PRODUCTS,PRODUCT_POSITIONS",
                "'FACINGS_SEEN':{'report':null},'ITEMS_SEEN':{} | FACINGS_SEEN",
                "'FULL_FACINGS':null,'status':'COMPLETE','shelfId':7 | ~~",
                "'ITEM_SEEN':{},'OOS':{},'SCAN_FAILED':null | ~~",
                "'FACINGS_SEEN':{'scan_id':99} | ~~",
                " | ~~"
            })
    void theTypesThatWereNotAskedForAreNamed(@Nullable String data, String types) {
        ReportAnswer answer = ReportAnswer.read(
                        body(Objects.toString(data, "").replace('\'', '"')), SCAN, new KnownLines())
                .orElseThrow();

        assertThat(String.join(",", answer.notAsked(List.of("ITEMS_SEEN", "OOS"), SCAN)))
                .isEqualTo(types);
        assertThat(answer.isKnown()).isFalse();
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

        assertThat(report.list(ReportType.OOS)).isPresent();
        assertThat(report.unasked()).isEmpty();
    }

    @Test
    void aReportOfAnotherScanIsRefused() {
        String other = "{\"scan_id\":99,\"project_id\":\"p\",\"report\":{\"product_list\":[" + COLA + "]}}";
        ScanReport report = report("\"ITEMS_SEEN\":" + other + ",\"OOS\":" + list(BEANS));

        assertThat(report.list(ReportType.ITEMS_SEEN)).isEmpty();
        assertThat(gtins(report.list(ReportType.OOS))).containsExactly("04006381333931");
        assertThat(report.projectId()).isNull();
        assertThat(report.unasked()).containsExactly(new ScanReport.Unasked("99", other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "not json", "{\"data\":[]}", "{\"data\":\"x\"}"})
    void anAnswerOfAnotherFormIsNone(String body) {
        assertThat(ScanReport.read(body.getBytes(StandardCharsets.UTF_8), SCAN, new KnownLines()))
                .isEmpty();
    }

    @Test
    void productsKeepTheirOrderAndEveryField() {
        ProductLines lines = report("\"ITEMS_SEEN\":" + list("""
                {"brand":"B","brand_id":1,"category":"C","category_id":"2","manufacturer":"M","manufacturer_id":3,
                "product":"P","product_id":4,"upc":49000006346,"facings":3,"expected_facings":5}""", BEANS))
                .list(ReportType.ITEMS_SEEN)
                .orElseThrow();

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
                .list(ReportType.OOS)
                .orElseThrow();

        assertThat(lines.products().get(0).facings()).isNull();
    }

    @Test
    void aProductWithoutAnIdentifierIsSetAsideWhereItStood() {
        String noCode = "{\"product_id\":77,\"upc\":\"no code\"}";
        ProductLines lines = report("\"OOS\":" + list(BEANS, noCode, "{}"))
                .list(ReportType.OOS)
                .orElseThrow();

        assertThat(lines.products()).hasSize(1);
        assertThat(lines.unidentified())
                .containsExactly(
                        new Unidentified("/data/OOS/report/product_list/1", "no code", "77", noCode),
                        new Unidentified("/data/OOS/report/product_list/2", null, null, "{}"));
    }

    @Test
    void aProductThatIsNoObjectIsSetAsideToo() {
        ProductLines lines = report("\"OOS\":" + list("null", "\"text\"", "[1]", "7"))
                .list(ReportType.OOS)
                .orElseThrow();

        assertThat(lines.products()).isEmpty();
        assertThat(lines.unidentified()).extracting(Unidentified::raw).containsExactly("null", "\"text\"", "[1]", "7");
    }

    private static ScanReport report(String data) {
        return ScanReport.read(body(data), SCAN, new KnownLines()).orElseThrow();
    }

    private static boolean isKnown(String data) {
        return ReportAnswer.read(body(data), SCAN, new KnownLines())
                .orElseThrow()
                .isKnown();
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
