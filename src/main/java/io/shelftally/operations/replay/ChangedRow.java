package io.shelftally.operations.replay;

import io.shelftally.job.derivation.RuleSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row that comes out otherwise by other rules.
 *
 * @param dataset such as {@code reconciled_items}
 * @param key the cells of its key, by column
 * @param before its verdict or outcome by the night's own rules; {@value #NONE} if there is no such row
 * @param after likewise by the other rules
 * @param columns those whose cells differ; none where the row is only on one side
 * @param cause the first setting whose change, made after those before it, changes the row
 */
public record ChangedRow(
        String dataset, Map<String, String> key, String before, String after, List<String> columns, RuleSetting cause) {

    static final String NONE = "-";

    /** One line for people. */
    public String text() {
        String change = before.equals(after) ? before : before + " -> " + after;
        String cells = columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")";
        return dataset + " " + String.join(" ", key.values()) + ": " + change + cells + ", by " + cause.key();
    }

    /** The same for scripts. */
    public Map<String, Object> json() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("dataset", dataset);
        line.put("key", key);
        line.put("before", before);
        line.put("after", after);
        line.put("columns", columns);
        line.put("cause", cause.key());
        return line;
    }
}
