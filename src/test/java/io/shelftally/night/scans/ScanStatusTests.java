package io.shelftally.night.scans;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelftally.calls.answers.Json;
import io.shelftally.night.scans.ScanStatus.Finality;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanStatusTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"Skipped, COMPLETE, Skipped", "COMPLETE, error, error", "FAILED, ERROR, FAILED", "COMPLETE, -, -"})
    void theWordOfAFailureIsThatOfTheFirstStatusThatHasOne(String status, String fastStatus, String word) {
        ScanStatus read = new ScanStatus(null, status, fastStatus, null, null, null, false);

        assertThat(read.failureWord()).isEqualTo(Optional.ofNullable(word));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "COMPLETE, COMPLETE, FINAL",
                "complete, Complete, FINAL",
                "COMPLETE, -, FINAL",
                "COMPLETE, IN_PROGRESS, IN_PROGRESS",
                "IN_PROGRESS, COMPLETE, IN_PROGRESS",
                "IN_PROGRESS, -, IN_PROGRESS",
                "-, COMPLETE, IN_PROGRESS",
                "-, -, IN_PROGRESS",
                "COMPLETED, COMPLETE, IN_PROGRESS",
                "COMPLETE, UPLOADING, IN_PROGRESS",
                "'COMPLETE ', COMPLETE, IN_PROGRESS",
                "FAILED, -, FAILED",
                "COMPLETE, FAILED, FAILED",
                "failed, COMPLETE, FAILED",
                "IN_PROGRESS, error, FAILED",
                "Rejected, IN_PROGRESS, FAILED",
                "SKIPPED, SKIPPED, FAILED",
                "-, cancelled, FAILED"
            })
    void bothStatusesDecideWhetherAScanIsOver(String status, String fastStatus, Finality finality) {
        ScanStatus read = new ScanStatus(null, status, fastStatus, null, null, null, false);

        assertThat(read.finality()).isEqualTo(finality);
    }

    @Test
    void theLongModelIsRead() {
        ScanStatus status = read("""
                {"id":1234,"scan_area_id":5432,"status":"COMPLETE","fast_status":"COMPLETE",
                "scan_timestamp":"2026-11-20T10:15:30.123456","created":"2026-11-22T10:15:30","pause_list":null,
                "scan_metadata":{"guid":"any text","image_height":null,"lens_distortion":null}}""");

        assertThat(status)
                .isEqualTo(new ScanStatus(
                        "5432",
                        "COMPLETE",
                        "COMPLETE",
                        "2026-11-20T10:15:30.123456",
                        "2026-11-22T10:15:30",
                        "any text",
                        false));
    }

    @Test
    void theNewerModelIsRead() {
        ScanStatus status = read("""
                {"id":1234,"status":"COMPLETE","fast_status":null,"created":null,"completed":"2026-11-22T10:15:30",
                "capture_duration_secs":12.5}""");

        assertThat(status).isEqualTo(new ScanStatus(null, "COMPLETE", null, null, null, null, true));
        assertThat(status.finality()).isEqualTo(Finality.FINAL);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETE, IN_PROGRESS, FINAL",
        "complete, FAILED, FINAL",
        "IN_PROGRESS, FAILED, IN_PROGRESS",
        "IN_PROGRESS, COMPLETE, IN_PROGRESS",
        "failed, COMPLETE, FAILED"
    })
    void inTheNewerModelTheStatusAloneDecides(String status, String fastStatus, Finality finality) {
        for (String key : List.of("completed", "fast_completed", "capture_duration_secs")) {
            ScanStatus read = read(String.format(
                    Locale.ROOT, "{\"status\":\"%s\",\"fast_status\":\"%s\",\"%s\":null}", status, fastStatus, key));

            assertThat(read.finality()).isEqualTo(finality);
            assertThat(read.fastStatus()).isEqualTo(fastStatus);
        }
    }

    @Test
    void inTheNewerModelAnAbsentStatusIsInProgress() {
        assertThat(read("{\"completed\":null,\"fast_status\":\"COMPLETE\"}").finality())
                .isEqualTo(Finality.IN_PROGRESS);
    }

    @Test
    void everyFieldMayBeAbsent() {
        assertThat(read("{}")).isEqualTo(ScanStatus.NONE);
        assertThat(read("{\"scan_metadata\":null}").guid()).isNull();
        assertThat(read("{\"scan_metadata\":[1]}").guid()).isNull();
    }

    private static ScanStatus read(String json) {
        return ScanStatus.read(
                Json.object(json.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }
}
