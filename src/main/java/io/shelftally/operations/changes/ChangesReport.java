package io.shelftally.operations.changes;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import io.shelftally.matching.reconciliation.Verdict;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed between two nights.
 *
 * @param changes sorted by place and GTIN
 * @param notes what a reader must know
 */
public record ChangesReport(LocalDate first, LocalDate second, List<ChangedVerdict> changes, List<String> notes)
        implements Answer {

    @Override
    public String text(Style style) {
        TextTable rows = new TextTable("place", "gtin", first.toString(), second.toString(), "cause");
        changes.forEach(change -> rows.row(
                change.place(),
                change.gtin(),
                change.before().map(Verdict::name).orElse(ChangedVerdict.NONE),
                change.after().map(Verdict::name).orElse(ChangedVerdict.NONE),
                change.cause()));
        TextTable totals = new TextTable("cause", "changes").numbers(1);
        byCause().forEach(totals::row);
        StringBuilder text = new StringBuilder();
        if (changes.isEmpty()) {
            text.append("no verdict differs between ")
                    .append(first)
                    .append(" and ")
                    .append(second)
                    .append('\n');
        } else {
            text.append(rows.text(style)).append('\n').append(totals.text(style));
        }
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("first", first.toString());
        json.put("second", second.toString());
        json.put("changes", changes.stream().map(ChangedVerdict::json).toList());
        Map<String, Long> totals = new LinkedHashMap<>();
        byCause().forEach((cause, count) -> totals.put(cause.name(), count));
        json.put("by_cause", totals);
        json.put("notes", notes);
        return json;
    }

    private Map<ChangeCause, Long> byCause() {
        Map<ChangeCause, Long> counts = new EnumMap<>(ChangeCause.class);
        changes.forEach(change -> counts.merge(change.cause(), 1L, Long::sum));
        return counts;
    }
}
