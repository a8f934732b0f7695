package io.shelftally.operations.review;

import io.shelftally.console.Answer;
import io.shelftally.console.Style;
import io.shelftally.console.TextTable;
import java.time.LocalDate;
import java.util.List;

/**
 * Rows in quarantine, in the order of quarantine.csv.
 *
 * @param handled how many more were mended or discarded, and are not shown
 */
record QuarantineList(LocalDate businessDate, List<ReviewedRow> rows, long handled) implements Answer {

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String text(Style style) {
        TextTable table = new TextTable("source", "position", "code", "decision", "detail");
        rows.forEach(row -> table.row(row.source(), row.position(), row.code(), row.decision(), row.detail()));
        return (table.isEmpty() ? "" : table.text(style) + "\n") + total() + "\n";
    }

    private String total() {
        String shown = rows.size() + (rows.size() == 1 ? " row" : " rows") + " in quarantine on " + businessDate;
        return handled == 0 ? shown : shown + "; " + handled + " more handled, see --all";
    }
}
