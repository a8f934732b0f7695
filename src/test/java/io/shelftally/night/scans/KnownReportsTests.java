package io.shelftally.night.scans;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.Reply;
import io.shelftally.night.run.HandClock;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownReportsTests {

    private static final long SCAN = 40101;
    private static final List<String> ASKED = List.of("ITEMS_SEEN", "OOS");
    private static final String OTHER_SCAN = ScanFuzz.REPORT.replace("\"scan_id\":40101", "\"scan_id\":7");
    private static final String OTHER_LINE = ScanFuzz.REPORT.replace("{\"upc\":\"7897209\"}", "7");

    private final KnownLines lines = new KnownLines();
    private final KnownReports known = new KnownReports();

    @Test
    void aReportIsKnownAsItsEvidenceWouldBeRead() {
        known.begin();
        String sha256 = receive(ScanFuzz.REPORT);

        assertThat(known.take(SCAN, sha256)).isEqualTo(read(ScanFuzz.REPORT)).isPresent();
    }

    @Test
    void aReportIsTakenOnce() {
        known.begin();
        String sha256 = receive(ScanFuzz.REPORT);
        known.take(SCAN, sha256);

        assertThat(known.take(SCAN, sha256)).isEmpty();
    }

    @Test
    void anotherAnswerThanTheOneOnRecordIsNotTaken() {
        known.begin();
        String first = receive(ScanFuzz.REPORT);
        receive(ScanFuzz.REPORT.replace("Audit", "Other"));

        assertThat(known.take(SCAN, first)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"of another scan", "with a line that is no object"})
    void anAnswerOfWhichPartsStayAsTheyCameIsReadFromEvidence(String which) {
        known.begin();
        String body = which.startsWith("of") ? OTHER_SCAN : OTHER_LINE;
        String report = which.startsWith("of") ? body.replaceFirst("\"scan_id\":7", "\"scan_id\":40101") : body;

        assertThat(known.take(SCAN, receive(report))).isEmpty();
    }

    @Test
    void nothingIsKeptInAProcessThatDerivesNothing() {
        assertThat(known.take(SCAN, receive(ScanFuzz.REPORT))).isEmpty();
    }

    @Test
    void nothingIsKnownOnceANightIsDerived() {
        known.begin();
        String sha256 = receive(ScanFuzz.REPORT);
        known.clear();

        assertThat(known.take(SCAN, sha256)).isEmpty();
    }

    @Test
    void whatIsKeptIsBounded() {
        KnownReports few = new KnownReports(2_000);
        few.begin();
        for (long scan = 1; scan <= 10; scan++) {
            few.keep(scan, "a", read(ScanFuzz.REPORT).orElseThrow(), 0);
        }

        assertThat(few.keeps()).isFalse();
        assertThat(few.take(1, "a")).isPresent();
        assertThat(few.take(10, "a")).isEmpty();
        assertThat(few.keeps()).isTrue();
    }

    @Test
    void linesThatNoOtherReportHasCountAsMuchAsTheyTake() {
        KnownReports few = new KnownReports(100_000);
        few.begin();
        few.keep(1, "a", read(ScanFuzz.REPORT).orElseThrow(), 50_000);

        assertThat(few.keeps()).isFalse();
    }

    private String receive(String body) {
        Reply reply = new Reply(
                200,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8),
                HandClock.START);
        return ScansClient.report(reply, SCAN, ASKED, lines, known)
                .body()
                .orElseThrow()
                .sha256();
    }

    private Optional<ScanReport> read(String body) {
        return ScanReport.read(body.getBytes(StandardCharsets.UTF_8), SCAN, lines);
    }
}
