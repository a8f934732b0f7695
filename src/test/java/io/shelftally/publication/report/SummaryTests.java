package io.shelftally.publication.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummaryTests {

    @Test
    void theDocumentHoldsTheFiguresInSnakeCase() {
        PublishedFile csv = new PublishedFile("scans.csv", 500L, 71_234, "51".repeat(32));
        PublishedFile descriptor = new PublishedFile("datapackage.json", null, 99, "52".repeat(32));

        JsonNode json = JsonMapper.shared()
                .readTree(new SummaryFile(2, SampleNight.summary(), List.of(csv, descriptor)).json());

        assertThat(json.propertyNames())
                .containsExactly(
                        "version",
                        "business_date",
                        "started_at",
                        "finished_at",
                        "coverage",
                        "other_reports",
                        "alerts",
                        "scans",
                        "captures",
                        "verdicts",
                        "quarantine",
                        "unreadable",
                        "breaks",
                        "carried_over",
                        "inputs",
                        "calls",
                        "in_flight",
                        "quota",
                        "versions",
                        "settings",
                        "files");
        assertThat(json.at("/business_date").asString()).isEqualTo("2026-11-21");
        assertThat(json.at("/finished_at").asString()).isEqualTo("2026-11-22T03:14:40.007Z");
        assertThat(json.at("/coverage/scans/floor_percent").asInt()).isEqualTo(50);
        assertThat(json.at("/verdicts/CAPTURED_NOT_SEEN").asLong()).isEqualTo(214);
        assertThat(json.at("/inputs/0/sha256").asString()).hasSize(64);
        assertThat(json.at("/calls/0/mean_millis").asLong()).isEqualTo(212);
        assertThat(json.at("/unreadable/times").asLong()).isEqualTo(2);
        assertThat(json.at("/unreadable/retry_after").asLong()).isEqualTo(1);
        assertThat(json.at("/files/0/rows").asLong()).isEqualTo(500);
        assertThat(json.at("/files/1").has("rows")).isFalse();
    }

    @Test
    void aConstantThatIsLeftOutCountsZero() {
        JsonNode json = JsonMapper.shared().readTree(new SummaryFile(1, SampleNight.summary(), List.of()).json());

        assertThat(json.at("/scans/REPORT_REJECTED").asLong(-1)).isZero();
        assertThat(json.at("/captures").size()).isEqualTo(10);
    }

    @Test
    void moreAnswersThanQuestionsAreRefused() {
        assertThatThrownBy(() -> new Summary.Share(3, 4, 50)).hasMessageContaining("4 of 3 answered");
    }
}
