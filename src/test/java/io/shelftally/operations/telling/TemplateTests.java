package io.shelftally.operations.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelftally.job.nightly.Begun;
import io.shelftally.job.nightly.NightOptions;
import io.shelftally.job.nightly.RunFacts;
import io.shelftally.night.run.RunStart;
import io.shelftally.publication.report.SampleNight;
import io.shelftally.publication.report.Summary;
import io.shelftally.publication.report.Summary.Alert;
import io.shelftally.publication.report.Summary.Level;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shapes that chats and pagers take, and which ends of a run are told. */
class TemplateTests {

    private static final String TITLE = "ShelfTally: the night of 2026-11-21 failed (exit code 69)";
    private static final String MESSAGE = "only 1 of \"2\" scans\n\twere answered \\ {{title}}";

    @ParameterizedTest
    @ValueSource(strings = {"json", "slack", "teams", "pagerduty"})
    void everyShippedTemplateIsJsonWhateverTheMessageHolds(String name) {
        String filled = Template.of(name).filled(failed(), "k");

        assertThat(JsonMapper.shared().readTree(filled).toString())
                .contains(TITLE, "{{title}}")
                .contains("\\\"2\\\" scans\\n");
    }

    @Test
    void slackTakesTextAndBlocks() {
        JsonNode sent = sent("slack", failed());

        assertThat(sent.path("text").stringValue()).isEqualTo(TITLE);
        assertThat(sent.path("blocks").path(0).path("text").path("type").stringValue())
                .isEqualTo("plain_text");
        assertThat(sent.path("blocks").path(1).path("text").path("text").stringValue())
                .startsWith("only 1 of")
                .hasSizeLessThan(3000);
    }

    @Test
    void teamsTakesACard() {
        JsonNode card = sent("teams", failed()).path("attachments").path(0);

        assertThat(card.path("contentType").stringValue()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.path("content").path("type").stringValue()).isEqualTo("AdaptiveCard");
        assertThat(card.path("content").path("body").path(0).path("text").stringValue())
                .isEqualTo(TITLE);
    }

    @Test
    void pagerDutyIsTriggeredByTroubleAndResolvedByAGoodNight() {
        JsonNode bad = sent("pagerduty", failed());
        JsonNode warned = sent("pagerduty", published(Level.WARN));
        JsonNode good = sent("pagerduty", published());

        assertThat(bad.path("routing_key").stringValue()).isEqualTo("k");
        assertThat(List.of(bad, warned, good).stream()
                        .map(event -> event.path("event_action").stringValue() + " "
                                + event.path("payload").path("severity").stringValue()))
                .containsExactly("trigger critical", "trigger warning", "resolve info");
        assertThat(bad.path("dedup_key").stringValue())
                .isEqualTo(good.path("dedup_key").stringValue());
    }

    @Test
    void aFileMayBeATemplate(@TempDir Path home) throws IOException {
        Path own = Files.writeString(home.resolve("own.json"), "{\"say\": \"{{state}} {{date}}\", \"all\": {{event}}}");
        Path slip = Files.writeString(home.resolve("slip.json"), "{\"say\": \"{{titel}}\"}");

        JsonNode sent = sent(own.toString(), published(Level.FAIL));

        assertThat(sent.path("say").stringValue()).isEqualTo("published 2026-11-21");
        assertThat(sent.path("all").path("alerts").path(0).path("level").stringValue())
                .isEqualTo("fail");
        assertThatThrownBy(() -> sent(slip.toString(), failed()))
                .hasMessageContaining("has a gap {{titel}}, which is none of title, text,");
        assertThatThrownBy(() -> Template.of(home.resolve("none").toString()))
                .hasMessageContaining("there is no file " + home.resolve("none"));
    }

    @Test
    void aRuleThatFailsIsAFailureAndAWarningIsTrouble() {
        List<RunEvent> events = List.of(published(), published(Level.WARN), published(Level.FAIL), failed());

        assertThat(events.stream().map(When.ALWAYS::wants)).containsExactly(true, true, true, true);
        assertThat(events.stream().map(When.TROUBLE::wants)).containsExactly(false, true, true, true);
        assertThat(events.stream().map(When.FAILURE::wants)).containsExactly(false, false, true, true);
        assertThat(new EventText(published(Level.WARN)).title())
                .isEqualTo("ShelfTally: the night of 2026-11-21 is published, and 1 rule tripped");
        assertThat(new EventText(published(Level.WARN)).text()).startsWith("warn: few were answered\n");
    }

    private static JsonNode sent(String template, RunEvent event) {
        return JsonMapper.shared().readTree(Template.of(template).filled(event, "k"));
    }

    private static RunEvent failed() {
        return event(RunState.FAILED, 69, MESSAGE, Optional.empty());
    }

    private static RunEvent published(Level... levels) {
        Summary summary = SampleNight.summary()
                .with(List.of(levels).stream()
                        .map(level -> new Alert(
                                "scans-answered", level, BigDecimal.ZERO, BigDecimal.ONE, "few were answered"))
                        .toList());
        return event(
                RunState.PUBLISHED,
                0,
                "",
                Optional.of(new RunFacts.Published(
                        summary, 1, true, Path.of("/srv/out/2026-11-21"), List.of(), List.of())));
    }

    private static Begun begun() {
        NightOptions options = new NightOptions(
                SampleNight.DATE,
                Optional.empty(),
                Optional.empty(),
                Path.of("/srv/out"),
                Duration.ZERO,
                1,
                false,
                false,
                Set.of());
        return new Begun(new RunStart(7, SampleNight.DATE, Instant.EPOCH), options, List.of());
    }

    private static RunEvent event(
            RunState state, int exitCode, String message, Optional<RunFacts.Published> published) {
        return new RunEvent(
                state,
                "nightly",
                Optional.of(SampleNight.DATE),
                Instant.parse("2026-11-22T02:00:00Z"),
                Instant.parse("2026-11-22T03:00:00Z"),
                OptionalInt.of(exitCode),
                message,
                new RunFacts(Optional.of(begun()), List.of(), Map.of(), Optional.empty(), published),
                List.of("a line"),
                "host");
    }
}
