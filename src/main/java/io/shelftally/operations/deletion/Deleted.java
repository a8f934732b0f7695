package io.shelftally.operations.deletion;

import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a deletion deleted, or would.
 *
 * @param rows by table
 * @param files by the place where they were published
 */
public record Deleted(Map<String, Long> rows, Map<Path, Files> files) {

    /** The files of so many nights. */
    public record Files(List<LocalDate> nights, long bytes) {}

    public boolean isNothing() {
        return rows.values().stream().allMatch(gone -> gone == 0)
                && files.values().stream().allMatch(gone -> gone.nights().isEmpty() && gone.bytes() == 0);
    }

    /** A table of the rows, and a line for each place. */
    public String text(Style style) {
        TextTable table = new TextTable("table", "rows").numbers(1);
        rows.forEach((name, gone) -> {
            if (gone > 0) {
                table.row(name, gone);
            }
        });
        StringBuilder text = new StringBuilder(table.isEmpty() ? "" : table.text(style));
        files.forEach((out, gone) -> text.append("files in ")
                .append(out)
                .append(": ")
                .append(gone.nights().size())
                .append(gone.nights().size() == 1 ? " night, " : " nights, ")
                .append(gone.bytes())
                .append(" bytes\n"));
        return text.toString();
    }

    /** As members {@code rows} and {@code files}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", rows);
        json.put("files", files.entrySet().stream().map(Deleted::files).toList());
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
