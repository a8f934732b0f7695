package io.shelftally.operations.telling;

import io.shelftally.publication.export.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON document with gaps: {@code {{title}}} inside of a string is filled with text, escaped; {@code {{event}}} outside of one
 * with an object.
 */
final class Template {

    static final Set<String> SHIPPED = Set.of("json", "slack", "teams", "pagerduty");

    private static final int BRIEF = 2_900;

    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z_]+)}}");

    private final String name;
    private final String text;

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Reads a template.
     *
     * @param name one that is shipped, or the path of a file
     * @throws IllegalArgumentException if there is none
     */
    static Template of(String name) {
        try {
            return new Template(name, SHIPPED.contains(name) ? shipped(name) : Files.readString(Path.of(name)));
        } catch (NoSuchFileException none) {
            throw new IllegalArgumentException("shelftally.notify.webhook.template must be one of json, slack, teams,"
                    + " pagerduty, or a file; there is no file " + name);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "shelftally.notify.webhook.template: the file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IOException("not part of the application");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The document of an event.
     *
     * @param key what the template names so; empty text if there is none
     * @throws IllegalArgumentException if the template has a gap that nothing fills
     */
    String filled(RunEvent event, String key) {
        Map<String, String> values = values(event, key);
        Matcher gaps = GAP.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (gaps.find()) {
            String gap = gaps.group(1);
            if (!values.containsKey(gap)) {
                throw new IllegalArgumentException("the template " + name + " has a gap {{" + gap
                        + "}}, which is none of " + String.join(", ", values.keySet()));
            }
            String value = values.getOrDefault(gap, "");
            gaps.appendReplacement(filled, Matcher.quoteReplacement(gap.equals("event") ? value : escaped(value)));
        }
        return gaps.appendTail(filled).toString();
    }

    private static Map<String, String> values(RunEvent event, String key) {
        EventText words = new EventText(event);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", words.title());
        values.put("text", words.text());
        values.put("brief", brief(words.text()));
        values.put("state", event.state().text());
        values.put("severity", event.isFailure() ? "critical" : event.isTrouble() ? "warning" : "info");
        values.put("action", event.isTrouble() ? "trigger" : "resolve");
        values.put("date", event.businessDate().map(Object::toString).orElse(""));
        values.put("run", event.run().isPresent() ? Long.toString(event.run().getAsLong()) : "");
        values.put(
                "exit_code",
                event.exitCode().isPresent() ? Integer.toString(event.exitCode().getAsInt()) : "");
        values.put("message", event.message());
        values.put("host", event.host());
        values.put("key", key);
        values.put("event", Json.line(words.members()).strip());
        return values;
    }

    /** No longer than chats take. */
    private static String brief(String text) {
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "...";
    }

    /** As it stands between the quotes of a JSON string. */
    private static String escaped(String value) {
        String quoted = Json.line(value).strip();
        return quoted.substring(1, quoted.length() - 1);
    }
}
