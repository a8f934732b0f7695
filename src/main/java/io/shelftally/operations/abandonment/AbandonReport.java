package io.shelftally.operations.abandonment;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.operations.deletion.Deleted;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of a night was given up, or would be.
 *
 * @param runs its starts, which stay in the list
 */
public record AbandonReport(LocalDate night, boolean dryRun, List<Long> runs, Deleted deleted) implements Answer {

    @Override
    public String text(Style style) {
        return (dryRun ? "would give up" : "gave up") + " the night of " + night
                + (deleted.isNothing() ? "; nothing is left of it to delete\n" : "; of it go\n")
                + deleted.text(style)
                + starts()
                + "what the vendors were asked stays asked: retries of captures, and calls of the quota\n"
                + (dryRun ? "nothing was changed: give it up with --apply\n" : "");
    }

    private String starts() {
        return runs.isEmpty()
                ? ""
                : (runs.size() == 1 ? "run " : "runs ")
                        + runs.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (runs.size() == 1 ? " stays in the list of runs" : " stay in the list of runs")
                        + ", as abandoned\n";
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("business_date", night.toString());
        json.put("dry_run", dryRun);
        json.put("runs", runs);
        json.putAll(deleted.json());
        return json;
    }
}
