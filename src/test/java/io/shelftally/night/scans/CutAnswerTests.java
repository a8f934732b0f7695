package io.shelftally.night.scans;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.matching.reconciliation.ReportType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutAnswerTests {

    private static final String COLA = "{\"product\":\"Cola\",\"upc\":\"049000006346\"}";
    private static final String COLA_WITH_A_FACING = "{\"product\":\"Cola\",\"upc\":\"049000006346\",\"facings\":1}";
    private static final String IN_BRACES = "{\"product\":\"{Beans}\",\"upc\":\"4006381333931\",\"at\":{\"x\":1}}";

    private final KnownLines known = new KnownLines();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[ ]",
                "[" + COLA + "]",
                "[" + COLA + "," + COLA + "," + COLA_WITH_A_FACING + "]",
                " [\n " + COLA + " ,\t" + IN_BRACES + "\r\n]",
                "[" + IN_BRACES + "," + IN_BRACES + "]",
                "[{}]",
                "[{\"upc\":\"}\"},{\"upc\":\"}]\"}]"
            })
    void aListOfObjectsIsCutOut(String list) {
        for (int again = 0; again < 2; again++) {
            CutAnswer cut = CutAnswer.of(body(list), known);

            assertThat(cut.lists()).hasSize(1);
            assertThat(new String(cut.rest(), StandardCharsets.UTF_8)).doesNotContain("{}", "upc", "[");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "\"[]\"",
                "[null]",
                "[" + COLA + ",7]",
                "[" + COLA + ",]",
                "[" + COLA + COLA + "]",
                "[" + COLA,
                "[{\"upc\":1]",
                "[{\"upc\":}]",
                "[{\"upc\":NaN}]",
                "[{\"upc\""
            })
    void anythingElseStaysWhereItIs(String list) {
        byte[] body = body(list);

        CutAnswer cut = CutAnswer.of(body, known);

        assertThat(cut.lists()).isEmpty();
        assertThat(cut.rest()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + COLA + "," + IN_BRACES + ",{}]",
                "[{\"upc\":NaN}," + COLA + "]",
                "[" + COLA + ",7,null]",
                "[{\"upc\":\"no } code\",\"product_list\":[{\"upc\":1}]}]"
            })
    void aReportSaysTheSameWhetherItsLinesAreKnownOrNot(String list) {
        ScanReport first = ScanReport.read(body(list), 1, known).orElseThrow();
        ScanReport again = ScanReport.read(body(list), 1, known).orElseThrow();

        assertThat(again).isEqualTo(first);
        assertThat(first.list(ReportType.OOS).orElseThrow()).isEqualTo(uncut(list));
    }

    @Test
    void aLineIsKnownByAllOfItsBytes() {
        ScanReport.read(body("[" + COLA + "]"), 1, known);

        ProductLines lines = ScanReport.read(body("[" + COLA_WITH_A_FACING + "," + COLA + "]"), 1, known)
                .flatMap(report -> report.list(ReportType.OOS))
                .orElseThrow();

        assertThat(lines.products()).extracting(line -> line.facings()).containsExactly(1L, null);
        assertThat(lines.products().get(0).text())
                .isSameAs(lines.products().get(1).text());
    }

    @Test
    void aMarkCannotBeSent() {
        CutAnswer cut = CutAnswer.of(body("[]"), known);
        String sent = new String(cut.rest(), StandardCharsets.UTF_8).replaceAll("list [-0-9a-f]+ 0", "list 0");

        assertThat(ScanReport.read(sent.getBytes(StandardCharsets.UTF_8), 1, known)
                        .flatMap(report -> report.list(ReportType.OOS)))
                .isEmpty();
    }

    /** Spelled so that it is not found, a list stays where it is. */
    private ProductLines uncut(String list) {
        String spelled =
                new String(body(list), StandardCharsets.UTF_8).replace("{\"product_list\"", "{\"product\\u005flist\"");
        byte[] body = spelled.getBytes(StandardCharsets.UTF_8);
        assertThat(CutAnswer.of(body, new KnownLines()).rest()).contains(spelled.getBytes(StandardCharsets.UTF_8));
        return ScanReport.read(body, 1, new KnownLines())
                .flatMap(report -> report.list(ReportType.OOS))
                .orElseThrow();
    }

    private static byte[] body(String list) {
        return ("{\"data\":{\"OOS\":{\"scan_id\":1,\"report\":{\"product_list\":" + list + "}}}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
