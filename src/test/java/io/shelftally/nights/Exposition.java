package io.shelftally.nights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reader of Prometheus' text format 0.0.4 that takes nothing else: each name has HELP and TYPE once and before its samples,
 * which stand together; no series comes twice; the last line ends.
 */
final class Exposition {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.*)");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")(?:\\{(.*)})? ([^ ]+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");

    private final Map<String, String> types = new TreeMap<>();
    private final Set<String> helped = new HashSet<>();
    private final Map<String, List<Sample>> samples = new TreeMap<>();
    private String latest = "";

    record Sample(Map<String, String> labels, double value) {}

    private Exposition() {}

    static Exposition parse(String text) {
        Exposition parsed = new Exposition();
        if (!text.endsWith("\n")) {
            throw new AssertionError("the last line does not end");
        }
        text.lines().forEach(parsed::line);
        return parsed;
    }

    Set<String> names() {
        return new LinkedHashSet<>(samples.keySet());
    }

    Map<String, String> types() {
        return types;
    }

    List<Sample> of(String name) {
        return samples.getOrDefault(name, List.of());
    }

    double value(String name, Map<String, String> labels) {
        return of(name).stream()
                .filter(sample -> sample.labels().equals(labels))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + labels + " in " + of(name)))
                .value();
    }

    private void line(String line) {
        Matcher comment = COMMENT.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (comment.matches()) {
            String name = comment.group(2);
            boolean isNew =
                    comment.group(1).equals("HELP") ? helped.add(name) : types.put(name, comment.group(3)) == null;
            if (!isNew || samples.containsKey(name)) {
                throw new AssertionError("twice, or behind its samples: " + line);
            }
        } else if (sample.matches()) {
            add(sample.group(1), labels(sample.group(2), line), Double.parseDouble(sample.group(3)), line);
        } else {
            throw new AssertionError("no line of the format: " + line);
        }
    }

    private void add(String name, Map<String, String> labels, double value, String line) {
        if (!helped.contains(name) || !types.containsKey(name)) {
            throw new AssertionError("without HELP and TYPE: " + line);
        }
        if (!name.equals(latest) && samples.containsKey(name)) {
            throw new AssertionError("apart from the others of its name: " + line);
        }
        latest = name;
        List<Sample> others = samples.computeIfAbsent(name, none -> new ArrayList<>());
        if (others.stream().anyMatch(other -> other.labels().equals(labels))) {
            throw new AssertionError("twice: " + line);
        }
        others.add(new Sample(labels, value));
    }

    private static Map<String, String> labels(@Nullable String text, String line) {
        Map<String, String> labels = new HashMap<>();
        if (text != null) {
            Matcher label = LABEL.matcher(text);
            int end = 0;
            while (label.lookingAt()) {
                if (labels.put(label.group(1), label.group(2)) != null) {
                    throw new AssertionError("a label twice: " + line);
                }
                end = label.end();
                label.region(end, text.length());
            }
            if (end != text.length()) {
                throw new AssertionError("no labels: " + line);
            }
        }
        return labels;
    }
}
