package io.shelftally.operations.replay;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import io.shelftally.job.derivation.RuleSetting;
import io.shelftally.job.derivation.Rules;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a replay ended.
 *
 * @param version the published one that it is compared with
 * @param night the night's own rules
 * @param rules those of the replay
 * @param files the CSV files and the descriptor
 * @param notes what an operator must know to read this
 * @param changes by cause and dataset, how many rows other rules change; empty if that was not asked for
 */
public record ReplayReport(
        LocalDate businessDate,
        int version,
        Rules night,
        Rules rules,
        List<ComparedFile> files,
        List<String> notes,
        Optional<Map<RuleSetting, Map<String, Long>>> changes)
        implements Answer {

    /** Whether the files came out as they were published, or other rules were asked for. */
    public boolean isAsExpected() {
        return isSame() || !changed().isEmpty();
    }

    /** Whether it is known still what was published, so that a replay compares with anything. */
    public boolean isKnown() {
        return files.stream().anyMatch(ComparedFile::isKnown);
    }

    private boolean isSame() {
        return files.stream().allMatch(file -> file.isSame() || !file.isKnown())
                && files.stream().anyMatch(ComparedFile::isSame);
    }

    private List<RuleSetting> changed() {
        return night.differences(rules);
    }

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder("replay of " + businessDate + ", version " + version + "\n");
        changed()
                .forEach(setting -> text.append(
                        "rule " + setting.key() + ": " + night.value(setting) + " -> " + rules.value(setting) + "\n"));
        TextTable table = new TextTable("file", "rows", "bytes", "sha256", "published").numbers(1, 2);
        files.forEach(file -> table.row(
                file.file().name(),
                file.file().rows(),
                file.file().bytes(),
                file.file().sha256().substring(0, 12),
                file.standing()));
        text.append(table.text(style));
        changes.ifPresent(counts -> text.append(changes(counts, style)));
        notes.forEach(note -> text.append(note).append('\n'));
        return text.append(conclusion(style)).append('\n').toString();
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("business_date", businessDate.toString());
        json.put("version", version);
        json.put("rules", rules.byKey());
        json.put("changed_rules", changed().stream().map(RuleSetting::key).toList());
        json.put("same", isSame());
        json.put("files", files.stream().map(ComparedFile::json).toList());
        json.put("changed_rows", changes.map(ReplayReport::json).orElse(null));
        json.put("notes", notes);
        return json;
    }

    private static Map<String, Map<String, Long>> json(Map<RuleSetting, Map<String, Long>> counts) {
        Map<String, Map<String, Long>> json = new LinkedHashMap<>();
        counts.forEach((cause, rows) -> json.put(cause.key(), rows));
        return json;
    }

    private static String changes(Map<RuleSetting, Map<String, Long>> counts, Style style) {
        if (counts.isEmpty()) {
            return "no row of reconciled_items, scans or captures is changed\n";
        }
        TextTable table = new TextTable("cause", "dataset", "changed rows").numbers(2);
        counts.forEach((cause, datasets) -> datasets.forEach((dataset, rows) -> table.row(cause.key(), dataset, rows)));
        return table.text(style);
    }

    private String conclusion(Style style) {
        if (isSame()) {
            return style.good("the same bytes as published");
        }
        if (!changed().isEmpty()) {
            return "other rules: compare with the published files as above";
        }
        return style.bad(
                isKnown()
                        ? "NOT the bytes that were published, by the same rules"
                        : "nothing is known of what was published");
    }
}
