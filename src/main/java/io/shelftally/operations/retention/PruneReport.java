package io.shelftally.operations.retention;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.operations.deletion.Deleted;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was deleted, or would be.
 *
 * @param before nights of earlier dates were pruned
 * @param keptCaptures rows of captures of earlier nights that stay, because these are open or are needed
 * @param keptScans the same of scans
 */
public record PruneReport(LocalDate before, boolean dryRun, Deleted deleted, long keptCaptures, long keptScans)
        implements Answer {

    @Override
    public String text(Style style) {
        String done = dryRun ? "would delete " : "deleted ";
        return (deleted.isNothing()
                        ? done + "nothing: of nights before " + before + " there is nothing that may go\n"
                        : done + "what is of nights before " + before + "\n" + deleted.text(style))
                + kept();
    }

    private String kept() {
        return keptCaptures + " rows of captures and " + keptScans
                + " of scans of earlier nights stay: what is open needs them, or a night that stays\n";
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("before", before.toString());
        json.put("dry_run", dryRun);
        json.putAll(deleted.json());
        json.put("kept_captures", keptCaptures);
        json.put("kept_scans", keptScans);
        return json;
    }
}
