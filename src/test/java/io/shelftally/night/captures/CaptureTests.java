package io.shelftally.night.captures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTests {

    static final ClosientSettings SETTINGS = new ClosientSettings(
            URI.create("https://closient.test"), "secret", 4, "scan_id", "scan_guid", 300, 10_000, 0);

    private static final String[] SOURCES = {
        "\"gs1_dl_data\":{\"01\":\"09506000134352\",\"10\":\"LOT\"}",
        "\"gtin\":\"00049000006346\"",
        "\"raw_value\":\"https://id.gs1.org/01/09506000134369\"",
        "\"qr_analysis\":{\"extracted_gtin\":\"4006381333931\"}"
    };

    @Test
    void aWholeObjectIsReadAsItStands() {
        Capture capture = read("""
                {"status":"COMPLETED","capture_type":"BARCODE","raw_value":"049000006346","gtin":"00049000006346",
                "error_message":"","created":"2026-11-22T10:00:00Z","processed_at":"2026-11-22T10:00:02Z",
                "product_short_id":"p1","product_name":"Cola","metadata":{"scan_id":7,"scan_guid":"g"},
                "uploaded_image_key":null,"public_id":"old","anything":{"else":[1]}}""");

        assertThat(capture.status()).isEqualTo("COMPLETED");
        assertThat(capture.captureType()).isEqualTo("BARCODE");
        assertThat(capture.rawValue()).isEqualTo("049000006346");
        assertThat(capture.productShortId()).isEqualTo("p1");
        assertThat(capture.productName()).isEqualTo("Cola");
        assertThat(capture.errorMessage()).isNull();
        assertThat(capture.created()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(capture.processedAt()).isEqualTo("2026-11-22T10:00:02Z");
        assertThat(capture.scanId()).contains(7L);
        assertThat(capture.scanGuid()).contains("g");
    }

    @Test
    void anEmptyObjectSaysNothing() {
        Capture capture = read("{}");

        assertThat(capture.status()).isNull();
        assertThat(capture.identifier()).isEmpty();
        assertThat(capture.scanId()).isEmpty();
        assertThat(capture.scanGuid()).isEmpty();
    }

    @Test
    void fieldsOfAnotherTypeSayNothing() {
        Capture capture = read("""
                {"status":{"a":1},"gs1_dl_data":"01","gtin":["00049000006346"],"metadata":[7],"qr_analysis":3,
                "raw_value":null,"created":false}""");

        assertThat(capture.status()).isNull();
        assertThat(capture.identifier()).isEmpty();
        assertThat(capture.scanId()).isEmpty();
        assertThat(capture.rawValue()).isNull();
        assertThat(capture.created()).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({"0,09506000134352", "1,00049000006346", "2,09506000134369", "3,04006381333931"})
    void theFirstSourceThatYieldsAnIdentifierIsRead(int first, String gtin) {
        StringBuilder json = new StringBuilder("{\"status\":\"COMPLETED\"");
        for (int i = first; i < SOURCES.length; i++) {
            json.append(',').append(SOURCES[i]);
        }

        Capture capture = read(json.append('}').toString());

        assertThat(capture.identifier().orElseThrow().gtin().digits()).isEqualTo(gtin);
    }

    @Test
    void aSourceThatHoldsNoIdentifierIsPassedOver() {
        Capture capture = read("""
                {"gs1_dl_data":{"01":"none","02":"09506000134352"},"gtin":"","raw_value":"https://example.test/x",
                "qr_analysis":{"extracted_gtin":"4006381333931"}}""");

        assertThat(capture.identifier().orElseThrow().gtin().digits()).isEqualTo("04006381333931");
    }

    @Test
    void aNumberIsReadAsItsDigits() {
        Capture capture = read("{\"gtin\":49000006346,\"raw_value\":12345678901234567890,\"product_short_id\":5}");

        assertThat(capture.identifier().orElseThrow().gtin().digits()).isEqualTo("00049000006346");
        assertThat(capture.rawValue()).isEqualTo("12345678901234567890");
        assertThat(capture.productShortId()).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "\"1234\"", "\"0001234\""})
    void theScanIdOfTheMetadataIsANumberOrText(String value) {
        assertThat(read("{\"metadata\":{\"scan_id\":" + value + "}}").scanId()).contains(1234L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "\"S-12\"", "9223372036854775808", "1.5", "null", "\"\"", "{}"})
    void aScanIdThatIsNoneIsPassedOver(String value) {
        Capture capture = read("{\"metadata\":{\"scan_id\":" + value + ",\"scan_guid\":\"g\"}}");

        assertThat(capture.scanId()).isEmpty();
        assertThat(capture.scanGuid()).contains("g");
    }

    @Test
    void theMetadataKeysAreSettings() {
        ClosientSettings other =
                new ClosientSettings(URI.create("https://closient.test"), "", 4, "visit", "visit-guid", 0, 0, 0);

        Capture capture = Capture.read(
                bytes("{\"metadata\":{\"scan_id\":1,\"scan_guid\":\"a\",\"visit\":\"2\",\"visit-guid\":\"b\"}}"),
                other);

        assertThat(capture.scanId()).contains(2L);
        assertThat(capture.scanGuid()).contains("b");
    }

    @Test
    void evidenceThatIsNoCaptureIsABug() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "422 | {'error':{'code':'VALIDATION_ERROR','message':'bad id','status':422}} | VALIDATION_ERROR | bad id",
                "404 | {'type':'about:blank','title':'Not Found','status':404,'detail':'No such capture',"
                        + "'error_code':'not_found','retryable':false} | NOT_FOUND | No such capture",
                "422 | {'title':'Wrong state','error_code':'unprocessable_entity'} | UNPROCESSABLE_ENTITY | Wrong state",
                "422 | {'title':'Wrong state','detail':null} | VALIDATION_ERROR | Wrong state",
                "400 | {'error':'no'} | BAD_REQUEST | -",
                "403 | {'error':{'message':'not yours'}} | FORBIDDEN | not yours",
                "404 | {'detail':[{'loc':['path']}],'title':'Not Found'} | NOT_FOUND | Not Found",
                "409 | [] | CONFLICT | -",
                "404 | \"Not found\" | NOT_FOUND | -",
                "404 | null | NOT_FOUND | -",
                "410 | {'detail':'gone'} | - | gone",
                "404 | <html> | - | -",
                "404 | {'error': | - | -",
            })
    void anErrorOfEitherShapeIsReadForItsCodeAndMessage(
            int status, String body, @Nullable String code, @Nullable String message) {
        assertThat(ErrorEnvelope.read(bytes(body.replace('\'', '"')), status))
                .isEqualTo(new ErrorEnvelope(code, message));
    }

    @Test
    void anEmptyErrorHasNoCode() {
        assertThat(ErrorEnvelope.read(bytes(""), 404)).isEqualTo(ErrorEnvelope.NONE);
    }

    @Test
    void theSettingsHideTheKey() {
        assertThat(SETTINGS.toString()).contains("closient.test").doesNotContain("secret");
    }

    private static Capture read(String json) {
        return Capture.read(bytes(json), SETTINGS);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
