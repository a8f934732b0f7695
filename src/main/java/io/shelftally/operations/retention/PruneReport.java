package io.shelftally.operations.retention;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was deleted, or would be.
 *
 * @param before nights of earlier dates were pruned
 * @param rows deleted, by table
 * @param files by the place where they were published
 * @param keptCaptures rows of captures of earlier nights that stay, because these are open or are needed
 * @param keptScans the same of scans
 */
public record PruneReport(
        LocalDate before,
        boolean dryRun,
        Map<String, Long> rows,
        Map<Path, Files> files,
        long keptCaptures,
        long keptScans)
        implements Answer {

    /** The files of so many nights. */
    public record Files(List<LocalDate> nights, long bytes) {}

    @Override
    public String text(Style style) {
        StringBuilder text = new StringBuilder(dryRun ? "would delete " : "deleted ");
        if (isNothing()) {
            return text.append("nothing: of nights before ")
                    .append(before)
                    .append(" there is nothing that may go\n")
                    .append(kept())
                    .toString();
        }
        text.append("what is of nights before ").append(before).append('\n');
        TextTable table = new TextTable("table", "rows").numbers(1);
        rows.forEach((name, gone) -> {
            if (gone > 0) {
                table.row(name, gone);
            }
        });
        text.append(table.text(style));
        files.forEach((out, gone) -> text.append("files in ")
                .append(out)
                .append(": ")
                .append(gone.nights().size())
                .append(gone.nights().size() == 1 ? " night, " : " nights, ")
                .append(gone.bytes())
                .append(" bytes\n"));
        return text.append(kept()).toString();
    }

    private boolean isNothing() {
        return rows.values().stream().allMatch(gone -> gone == 0)
                && files.values().stream().allMatch(gone -> gone.nights().isEmpty() && gone.bytes() == 0);
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
        json.put("rows", rows);
        json.put("files", files.entrySet().stream().map(PruneReport::files).toList());
        json.put("kept_captures", keptCaptures);
        json.put("kept_scans", keptScans);
        return json;
    }

    private static Map<String, Object> files(Map.Entry<Path, Files> entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", entry.getKey().toString());
        json.put(
                "nights",
                entry.getValue().nights().stream().map(LocalDate::toString).toList());
        json.put("bytes", entry.getValue().bytes());
        return json;
    }
}
