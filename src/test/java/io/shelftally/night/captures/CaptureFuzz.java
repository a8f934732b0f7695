package io.shelftally.night.captures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.calls.answers.Reply;
import io.shelftally.calls.answers.VendorException;
import io.shelftally.fuzz.FuzzTarget;
import io.shelftally.night.run.HandClock;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Closient answers to a read and to a retry. */
public final class CaptureFuzz {

    /** The defaults. */
    public static final ClosientSettings SETTINGS = new ClosientSettings(
            URI.create("https://closient.example"), "key", 1, "scan_id", "scan_guid", 300, 10_000, 0);

    /** A capture with every field that is read. */
    public static final String CAPTURE = """
            {"status":"COMPLETED","capture_type":"BARCODE","raw_value":"https://example.com/01/09506000134352",
            "gtin":"09506000134352","error_message":"","created":"2026-11-21T16:20:05.31Z",
            "metadata":{"scan_id":40101,"scan_guid":"shelf-40101"},"gs1_dl_data":{"01":"09506000134352"},
            "product_short_id":"prd1","product_name":"Cola","processed_at":null,
            "qr_analysis":{"extracted_gtin":"09506000134352","hops":[{"url":"https://a","status_code":301}]}}""";

    private static final String ERROR = """
            {"error":{"code":"VALIDATION_ERROR","message":"no","status":422,"details":[{"field":"a","message":"b"}]}}""";

    private CaptureFuzz() {}

    public static List<FuzzTarget> targets() {
        List<String> words = Stream.concat(
                        FuzzTarget.JSON.stream(),
                        Stream.of("\"status\":", "\"gtin\":", "\"metadata\":", "\"FAILED\"", "\"01\":"))
                .toList();
        return List.of(
                new FuzzTarget("captures", List.of(CAPTURE, "{\"status\":\"FAILED\"}"), words, CaptureFuzz::capture),
                new FuzzTarget("error envelopes", List.of(ERROR), words, CaptureFuzz::error));
    }

    /** What is kept as evidence can be read back. */
    private static void capture(byte[] body) {
        CaptureAnswer answer = CapturesClient.sorted(reply(200, body));
        if (answer.body().isEmpty()) {
            assertThatThrownBy(() -> Capture.read(body, SETTINGS)).isInstanceOf(IllegalStateException.class);
            return;
        }
        Capture capture = Capture.read(body, SETTINGS);
        assertThat(capture.status()).isEqualTo(answer.status().orElse(null));
        assertThat(capture.scanId().orElse(1L)).isPositive();
        assertThat(capture.scanGuid().orElse("a")).isNotEmpty();
    }

    private static void error(byte[] body) {
        for (int status : List.of(403, 404, 409, 422, 429, 500)) {
            CapturesClient.sorted(reply(status, body));
        }
        assertThatThrownBy(() -> CapturesClient.sorted(reply(401, body))).isInstanceOf(VendorException.class);
        ErrorEnvelope.read(body, 422);
    }

    private static Reply reply(int status, byte[] body) {
        return new Reply(status, HttpHeaders.of(Map.of(), (name, value) -> true), body, HandClock.START);
    }
}
