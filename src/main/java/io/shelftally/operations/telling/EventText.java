package io.shelftally.operations.telling;

import io.shelftally.job.nightly.RunFacts;
import io.shelftally.publication.report.CountText;
import io.shelftally.publication.report.Summary;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event in words for people, and as the members of a JSON object. */
public final class EventText {

    private final RunEvent event;

    public EventText(RunEvent event) {
        this.event = event;
    }

    /** One line, such as {@code ShelfTally: the night of 2026-11-21 failed (exit code 69)}. */
    public String title() {
        String night = event.businessDate().map(date -> "the night of " + date).orElse("a night");
        String code = event.state() == RunState.FAILED && event.exitCode().isPresent()
                ? " (exit code " + event.exitCode().getAsInt() + ")"
                : "";
        int tripped = event.alerts().size();
        String alerts = tripped == 0 ? "" : ", and " + tripped + (tripped == 1 ? " rule" : " rules") + " tripped";
        return "ShelfTally: " + night + " " + event.state().words() + code + alerts;
    }

    /** What happened, the rules that tripped, the figures, what to do, the last lines of the log; each line ends with a line end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, event.message());
        event.alerts().forEach(alert -> line(text, alert.level().text() + ": " + alert.words()));
        event.summary().ifPresent(summary -> figures(text, summary));
        event.facts().published().ifPresent(published -> line(text, "files: " + published.link()));
        line(
                text,
                "run " + (event.run().isPresent() ? event.run().getAsLong() : "without a number") + " of "
                        + event.command() + " on " + event.host() + ", " + seconds(event.took()));
        if (event.isTrouble() && event.run().isPresent()) {
            line(text, "look into it: jobs/shelftally show " + event.run().getAsLong());
        }
        if (!event.lastLines().isEmpty()) {
            line(text, "the log ends with:");
            event.lastLines().forEach(last -> line(text, last));
        }
        return text.toString();
    }

    /** In the order in which it is written. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", event.state().text());
        members.put("is_failure", event.isFailure());
        members.put("title", title());
        members.put("command", event.command());
        members.put("business_date", event.businessDate().map(Object::toString).orElse(null));
        members.put("run", event.run().isPresent() ? event.run().getAsLong() : null);
        members.put("exit_code", event.exitCode().isPresent() ? event.exitCode().getAsInt() : null);
        members.put("message", event.message());
        members.put("started_at", event.startedAt().toString());
        members.put("at", event.at().toString());
        members.put("seconds", event.took().toMillis() / 1000.0);
        members.put("host", event.host());
        members.put("alerts", event.alerts());
        members.put(
                "version",
                event.facts().published().map(RunFacts.Published::version).orElse(null));
        members.put(
                "is_new",
                event.facts().published().map(RunFacts.Published::isNew).orElse(null));
        members.put(
                "directory",
                event.facts()
                        .published()
                        .map(published -> published.link().toString())
                        .orElse(null));
        members.put("summary", event.summary().orElse(null));
        members.put("last_lines", event.lastLines());
        return members;
    }

    private static void figures(StringBuilder text, Summary night) {
        line(text, "scans: " + CountText.of(night.scans()));
        line(text, "captures: " + CountText.of(night.captures()));
        line(text, "rows: " + CountText.of(night.verdicts()));
        line(
                text,
                "breaks: " + night.breaks().open() + " open, " + night.breaks().opened() + " opened tonight, "
                        + night.breaks().closed() + " closed");
    }

    private static String seconds(Duration took) {
        return took.toSeconds() + " s after its start";
    }

    private static void line(StringBuilder text, String line) {
        if (!line.isBlank()) {
            text.append(line.strip()).append('\n');
        }
    }
}
